package eu.gardefou.enforcement;

/** What made the provider look (Article 17(3)(b) DSA). Who it was is never part of a statement. */
public enum SourceType implements Code {
  /** A notice under Article 16. */
  ARTICLE_16,
  /** A notice of a trusted flagger. */
  TRUSTED_FLAGGER,
  /** Somebody told in another way, such as an authority. */
  TYPE_OTHER_NOTIFICATION,
  /** The provider's own initiative. */
  VOLUNTARY;

  @Override
  public String code() {
    return "SOURCE_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static SourceType of(String code) {
    return Code.of(SourceType.class, code);
  }
}
