package eu.gardefou.enforcement;

/** What kind of content it is; synthetic media are named besides what they are. */
public enum ContentType implements Code {
  APP,
  AUDIO,
  IMAGE,
  PRODUCT,
  SYNTHETIC_MEDIA,
  TEXT,
  VIDEO,
  /** Another kind, which is then described. */
  OTHER;

  @Override
  public String code() {
    return "CONTENT_TYPE_" + name();
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static ContentType of(String code) {
    return Code.of(ContentType.class, code);
  }
}
