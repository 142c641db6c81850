package eu.gardefou.console;

/** How a check is. */
enum Condition {
  /** It works. */
  ON("on", "condition.on"),
  /** It is not set up; what needs it is refused. */
  OFF("off", "condition.off"),
  /** It is set up and does not work; what needs it is refused. */
  FAILING("failing", "condition.failing");

  private final String word;
  private final String title;

  Condition(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** Names the shape and the colour. */
  public String word() {
    return word;
  }

  /** Key of the text. */
  public String title() {
    return title;
  }
}
