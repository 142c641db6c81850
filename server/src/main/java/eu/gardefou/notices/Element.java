package eu.gardefou.notices;

/** What a law wants a notice to say. The codes are stable. */
public enum Element {
  /** Reasons. */
  DSA_EXPLANATION(Regime.DSA, "dsa.explanation", "Article 16(2)(a)", "Say why it is illegal."),
  /** Exact electronic location. */
  DSA_LOCATION(
      Regime.DSA,
      "dsa.location",
      "Article 16(2)(b)",
      "Give the exact address where it is, such as https://…"),
  /** Name, unless it may be anonymous. */
  DSA_NAME(Regime.DSA, "dsa.name", "Article 16(2)(c)", "Give your name."),
  /** E-mail address, unless it may be anonymous. */
  DSA_EMAIL(Regime.DSA, "dsa.email", "Article 16(2)(c)", "Give your e-mail address."),
  /** Statement of good faith. */
  DSA_GOOD_FAITH(
      Regime.DSA,
      "dsa.good-faith",
      "Article 16(2)(d)",
      "Confirm that you believe this notice to be accurate and complete."),
  /** Only the person, or somebody authorised, may ask. */
  TIDA_STANDING(
      Regime.TIDA,
      "tida.standing",
      "47 U.S.C. 223a(a)(1)",
      "Say that you are the person in the picture, or act for them."),
  /** Signature. */
  TIDA_SIGNATURE(
      Regime.TIDA, "tida.signature", "47 U.S.C. 223a(a)(1)(B)(i)", "Sign by typing your name."),
  /** Enough to locate it. */
  TIDA_LOCATION(
      Regime.TIDA,
      "tida.location",
      "47 U.S.C. 223a(a)(1)(B)(ii)",
      "Give the exact address where it is, such as https://…"),
  /** Belief that nobody consented, with what is relevant to it. */
  TIDA_NOT_CONSENTED(
      Regime.TIDA,
      "tida.not-consented",
      "47 U.S.C. 223a(a)(1)(B)(iii)",
      "Confirm that you believe in good faith that nobody consented, and say why."),
  /** Contact information. */
  TIDA_CONTACT(
      Regime.TIDA,
      "tida.contact",
      "47 U.S.C. 223a(a)(1)(B)(iv)",
      "Give an e-mail address at which you can be reached.");

  private final Regime regime;
  private final String code;
  private final String source;
  private final String sentence;

  Element(Regime regime, String code, String source, String sentence) {
    this.regime = regime;
    this.code = code;
    this.source = source;
    this.sentence = sentence;
  }

  /** The law that asks for it. */
  public Regime regime() {
    return regime;
  }

  /** The stable name, such as {@code dsa.location}. */
  public String code() {
    return code;
  }

  /** Where in that law. */
  public String source() {
    return source;
  }

  /** What to do, in English. */
  public String sentence() {
    return sentence;
  }

  boolean isIn(Notice notice) {
    return switch (this) {
      case DSA_EXPLANATION -> !notice.explanation().isBlank();
      case DSA_LOCATION -> notice.hasAddress();
      case DSA_NAME -> notice.mayBeAnonymous() || notice.reporter().name() != null;
      case DSA_EMAIL -> notice.mayBeAnonymous() || notice.reporter().email() != null;
      case DSA_GOOD_FAITH -> notice.goodFaith();
      case TIDA_STANDING -> notice.reporter().actsForThePerson();
      case TIDA_SIGNATURE -> notice.reporter().signature() != null;
      case TIDA_LOCATION -> notice.hasAddress();
      case TIDA_NOT_CONSENTED -> notice.notConsented() && !notice.explanation().isBlank();
      case TIDA_CONTACT -> notice.reporter().email() != null;
    };
  }
}
