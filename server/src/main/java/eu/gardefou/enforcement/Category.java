package eu.gardefou.enforcement;

import java.util.List;

/**
 * What a statement of reasons is about (Implementing Regulation (EU) 2024/2835, Annex II, Part II,
 * 1; the Transparency Database since 1 July 2025), with the official labels and descriptions.
 */
public enum Category implements Code {
  ANIMAL_WELFARE(
      "1", "Animal welfare", Keyword.ANIMAL_HARM, Keyword.UNLAWFUL_SALE_ANIMALS, Keyword.OTHER),
  CONSUMER_INFORMATION(
      "2",
      "Consumer information infringements",
      Keyword.HIDDEN_ADVERTISEMENT,
      Keyword.INSUFFICIENT_INFORMATION_ON_TRADERS,
      Keyword.MISLEADING_INFO_GOODS_SERVICES,
      Keyword.MISLEADING_INFO_CONSUMER_RIGHTS,
      Keyword.NONCOMPLIANCE_PRICING,
      Keyword.OTHER),
  CYBER_VIOLENCE(
      "3",
      "Cyber violence",
      Keyword.CYBER_BULLYING_INTIMIDATION,
      Keyword.CYBER_HARASSMENT,
      Keyword.CYBER_INCITEMENT,
      Keyword.CYBER_STALKING,
      Keyword.NON_CONSENSUAL_IMAGE_SHARING,
      Keyword.NON_CONSENSUAL_MATERIAL_DEEPFAKE,
      Keyword.OTHER),
  CYBER_VIOLENCE_AGAINST_WOMEN(
      "4",
      "Cyber violence against women",
      Keyword.BULLYING_AGAINST_GIRLS,
      Keyword.CYBER_HARASSMENT_AGAINST_WOMEN,
      Keyword.CYBER_STALKING_AGAINST_WOMEN,
      Keyword.FEMALE_GENDERED_DISINFORMATION,
      Keyword.INCITEMENT_AGAINST_WOMEN,
      Keyword.NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN,
      Keyword.NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN,
      Keyword.OTHER),
  DATA_PROTECTION_AND_PRIVACY_VIOLATIONS(
      "5",
      "Data protection and privacy violations",
      Keyword.BIOMETRIC_DATA_BREACH,
      Keyword.DATA_FALSIFICATION,
      Keyword.MISSING_PROCESSING_GROUND,
      Keyword.RIGHT_TO_BE_FORGOTTEN,
      Keyword.OTHER),
  ILLEGAL_OR_HARMFUL_SPEECH(
      "6",
      "Illegal or harmful speech",
      Keyword.DEFAMATION,
      Keyword.DISCRIMINATION,
      Keyword.HATE_SPEECH,
      Keyword.OTHER),
  INTELLECTUAL_PROPERTY_INFRINGEMENTS(
      "7",
      "Intellectual property infringements",
      Keyword.COPYRIGHT_INFRINGEMENT,
      Keyword.DESIGN_INFRINGEMENT,
      Keyword.GEOGRAPHIC_INDICATIONS_INFRINGEMENT,
      Keyword.PATENT_INFRINGEMENT,
      Keyword.TRADE_SECRET_INFRINGEMENT,
      Keyword.TRADEMARK_INFRINGEMENT,
      Keyword.OTHER),
  NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS(
      "8",
      "Negative effects on civic discourse or elections",
      Keyword.MISINFORMATION_DISINFORMATION,
      Keyword.VIOLATION_EU_LAW,
      Keyword.VIOLATION_NATIONAL_LAW,
      Keyword.OTHER),
  PROTECTION_OF_MINORS(
      "9",
      "Protection of minors",
      Keyword.AGE_SPECIFIC_RESTRICTIONS_MINORS,
      Keyword.CHILD_SEXUAL_ABUSE_MATERIAL,
      Keyword.CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE,
      Keyword.GROOMING_SEXUAL_ENTICEMENT_MINORS,
      Keyword.UNSAFE_CHALLENGES,
      Keyword.OTHER),
  RISK_FOR_PUBLIC_SECURITY(
      "10",
      "Risk for public security",
      Keyword.ILLEGAL_ORGANIZATIONS,
      Keyword.RISK_ENVIRONMENTAL_DAMAGE,
      Keyword.RISK_PUBLIC_HEALTH,
      Keyword.TERRORIST_CONTENT,
      Keyword.OTHER),
  SCAMS_AND_FRAUD(
      "11",
      "Scams and/or fraud",
      Keyword.IMPERSONATION_ACCOUNT_HIJACKING,
      Keyword.INAUTHENTIC_ACCOUNTS,
      Keyword.INAUTHENTIC_LISTINGS,
      Keyword.INAUTHENTIC_USER_REVIEWS,
      Keyword.PHISHING,
      Keyword.PYRAMID_SCHEMES,
      Keyword.OTHER),
  SELF_HARM(
      "12",
      "Self-harm",
      Keyword.CONTENT_PROMOTING_EATING_DISORDERS,
      Keyword.SELF_MUTILATION,
      Keyword.SUICIDE,
      Keyword.OTHER),
  UNSAFE_AND_PROHIBITED_PRODUCTS(
      "13",
      "Unsafe, non-compliant or prohibited products",
      Keyword.PROHIBITED_PRODUCTS,
      Keyword.UNSAFE_PRODUCTS,
      Keyword.OTHER),
  VIOLENCE(
      "14",
      "Violence",
      Keyword.COORDINATED_HARM,
      Keyword.INCITEMENT_VIOLENCE_HATRED,
      Keyword.HUMAN_EXPLOITATION,
      Keyword.HUMAN_TRAFFICKING,
      Keyword.TRAFFICKING_WOMEN_GIRLS,
      Keyword.OTHER),
  OTHER_VIOLATION_TC(
      "15",
      "Other violation of provider's terms and conditions",
      Keyword.ADULT_SEXUAL_MATERIAL,
      Keyword.AGE_SPECIFIC_RESTRICTIONS,
      Keyword.GEOGRAPHICAL_REQUIREMENTS,
      Keyword.GOODS_SERVICES_NOT_PERMITTED,
      Keyword.LANGUAGE_REQUIREMENTS,
      Keyword.NUDITY,
      Keyword.OTHER),
  NOT_SPECIFIED_ORDER("16", "Type of illegal content not specified by the public authority"),
  NOT_SPECIFIED_NOTICE("17", "Type of alleged illegal content not specified by the notifier");

  private final String label;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Keyword> keywords;

  Category(String label, String description, Keyword... keywords) {
    this.label = label;
    this.description = description;
    this.keywords = List.of(keywords);
  }

  @Override
  public String code() {
    return "STATEMENT_CATEGORY_" + name();
  }

  /** The number of the official table, such as {@code 9}. */
  public String label() {
    return label;
  }

  /** The official description, in English. */
  public String description() {
    return description;
  }

  /** The keywords of this category in the official order. */
  public List<Keyword> keywords() {
    return keywords;
  }

  /**
   * The label of a keyword in this category, such as {@code 9c}.
   *
   * @throws IllegalArgumentException when it belongs to another
   */
  public String label(Keyword keyword) {
    int place = keywords.indexOf(keyword);
    if (place < 0) {
      throw new IllegalArgumentException(keyword.code() + " is not a keyword of " + code());
    }
    return label + (char) ('a' + place);
  }

  /** Whether a statement may have it: one is for orders in the reports alone. */
  public boolean inStatements() {
    return this != NOT_SPECIFIED_ORDER;
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static Category of(String code) {
    return Code.of(Category.class, code);
  }
}
