package eu.gardefou.enforcement;

/**
 * What a statement of reasons is about more closely: the keywords that the Transparency Database
 * accepts since 1 July 2025, with their official descriptions (Implementing Regulation (EU)
 * 2024/2835, Annex II, Part II, 1). Which of them belongs to which category is said by {@link
 * Category#keywords}.
 */
public enum Keyword implements Code {
  ANIMAL_HARM("Animal harm"),
  UNLAWFUL_SALE_ANIMALS("Unlawful sale of animals"),
  HIDDEN_ADVERTISEMENT(
      "Hidden advertisement or commercial communication, including by influencers"),
  INSUFFICIENT_INFORMATION_ON_TRADERS("Insufficient information on traders"),
  MISLEADING_INFO_GOODS_SERVICES(
      "Misleading information about the characteristics of the goods and services"),
  MISLEADING_INFO_CONSUMER_RIGHTS("Misleading information about the consumer's rights"),
  NONCOMPLIANCE_PRICING("Non-compliance with pricing regulations"),
  CYBER_BULLYING_INTIMIDATION("Cyber bullying and intimidation"),
  CYBER_HARASSMENT("Cyber harassment"),
  CYBER_INCITEMENT("Cyber incitement to hatred or violence"),
  CYBER_STALKING("Cyber stalking"),
  NON_CONSENSUAL_IMAGE_SHARING(
      "Non-consensual (intimate) material sharing, including (image-based) sexual abuse (excluding content depicting minors)"),
  NON_CONSENSUAL_MATERIAL_DEEPFAKE(
      "Non-consensual sharing of material containing deepfake or similar technology using a third party's features (excluding content depicting minors)"),
  BULLYING_AGAINST_GIRLS("Cyber bullying and intimidation against girls"),
  CYBER_HARASSMENT_AGAINST_WOMEN("Cyber harassment against women"),
  CYBER_STALKING_AGAINST_WOMEN("Cyber stalking against women"),
  FEMALE_GENDERED_DISINFORMATION("Gendered disinformation"),
  INCITEMENT_AGAINST_WOMEN("Illegal incitement to violence and hatred against women"),
  NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN(
      "Non-consensual (intimate) material sharing against women, including (image-based) sexual abuse against women (excluding content depicting minors)"),
  NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN(
      "Non-consensual sharing of material containing deepfake or similar technology using a third party's features against women (excluding content depicting minors)"),
  BIOMETRIC_DATA_BREACH("Biometric data breach"),
  DATA_FALSIFICATION("Data falsification"),
  MISSING_PROCESSING_GROUND("Missing processing ground for data"),
  RIGHT_TO_BE_FORGOTTEN("Right to be forgotten"),
  DEFAMATION("Defamation"),
  DISCRIMINATION("Discrimination"),
  HATE_SPEECH(
      "Illegal incitement to violence and hatred based on protected characteristics (hate speech)"),
  COPYRIGHT_INFRINGEMENT("Copyright infringements"),
  DESIGN_INFRINGEMENT("Design infringements"),
  GEOGRAPHIC_INDICATIONS_INFRINGEMENT("Geographical indications infringements"),
  PATENT_INFRINGEMENT("Patent infringements"),
  TRADE_SECRET_INFRINGEMENT("Trade secret infringements"),
  TRADEMARK_INFRINGEMENT("Trademark infringements"),
  MISINFORMATION_DISINFORMATION(
      "Misinformation, disinformation, foreign information manipulation and interference"),
  VIOLATION_EU_LAW("Violation of EU law relevant to civic discourse or elections"),
  VIOLATION_NATIONAL_LAW("Violation of national law relevant to civic discourse or elections"),
  AGE_SPECIFIC_RESTRICTIONS_MINORS("Age-specific restrictions concerning minors"),
  CHILD_SEXUAL_ABUSE_MATERIAL("Child sexual abuse material"),
  CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE(
      "Child sexual abuse material containing deepfake or similar technology"),
  GROOMING_SEXUAL_ENTICEMENT_MINORS("Grooming/sexual enticement of minors"),
  UNSAFE_CHALLENGES("Unsafe challenges"),
  ILLEGAL_ORGANIZATIONS("Illegal organizations"),
  RISK_ENVIRONMENTAL_DAMAGE("Risk for environmental damage"),
  RISK_PUBLIC_HEALTH("Risk for public health"),
  TERRORIST_CONTENT("Terrorist content"),
  IMPERSONATION_ACCOUNT_HIJACKING("Impersonation or account hijacking"),
  INAUTHENTIC_ACCOUNTS("Inauthentic accounts"),
  INAUTHENTIC_LISTINGS("Inauthentic listings"),
  INAUTHENTIC_USER_REVIEWS("Inauthentic user reviews"),
  PHISHING("Phishing"),
  PYRAMID_SCHEMES("Pyramid schemes"),
  CONTENT_PROMOTING_EATING_DISORDERS("Content promoting eating disorders"),
  SELF_MUTILATION("Self-mutilation"),
  SUICIDE("Suicide"),
  PROHIBITED_PRODUCTS("Prohibited or restricted products"),
  UNSAFE_PRODUCTS("Unsafe or non-compliant products"),
  COORDINATED_HARM("Coordinated harm"),
  INCITEMENT_VIOLENCE_HATRED("General calls or incitement to violence and/or hatred"),
  HUMAN_EXPLOITATION("Human exploitation"),
  HUMAN_TRAFFICKING("Human trafficking"),
  TRAFFICKING_WOMEN_GIRLS("Trafficking in women and girls"),
  ADULT_SEXUAL_MATERIAL("Adult sexual material"),
  AGE_SPECIFIC_RESTRICTIONS("Age-specific restrictions"),
  GEOGRAPHICAL_REQUIREMENTS("Geographical requirements"),
  GOODS_SERVICES_NOT_PERMITTED("Goods/services not permitted to be offered on the platform"),
  LANGUAGE_REQUIREMENTS("Language requirements"),
  NUDITY("Nudity"),
  /** Accepted by the database and in no category of the reports, so no statement here uses it. */
  STALKING("Stalking"),
  /** In every category: "not captured by any other keyword". */
  OTHER("Not captured by any other keyword");

  private final String description;

  Keyword(String description) {
    this.description = description;
  }

  @Override
  public String code() {
    return "KEYWORD_" + name();
  }

  /** The official description, in English. */
  public String description() {
    return description;
  }

  /**
   * Whether the official description leaves content that shows minors out: such content belongs to
   * {@link Category#PROTECTION_OF_MINORS}.
   */
  public boolean excludesMinors() {
    return switch (this) {
      case NON_CONSENSUAL_IMAGE_SHARING,
          NON_CONSENSUAL_MATERIAL_DEEPFAKE,
          NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN,
          NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN ->
          true;
      // Names, and not a default, would be seventy: this list is the law's, and closed.
      default -> false;
    };
  }

  /** What to say of the same content when it shows, or may show, a minor. */
  public Keyword ofMinors() {
    return switch (this) {
      case NON_CONSENSUAL_IMAGE_SHARING, NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN ->
          CHILD_SEXUAL_ABUSE_MATERIAL;
      case NON_CONSENSUAL_MATERIAL_DEEPFAKE, NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN ->
          CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE;
      default -> this;
    };
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static Keyword of(String code) {
    return Code.of(Keyword.class, code);
  }
}
