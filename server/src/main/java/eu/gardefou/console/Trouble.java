package eu.gardefou.console;

import org.springframework.http.HttpStatus;

/** What went wrong, in plain words. */
enum Trouble {
  /** The request is not in order. */
  UNREADABLE("error.400.title", "error.400.sentence"),
  /** The reader may not. */
  FORBIDDEN("error.403.title", "error.403.sentence"),
  /** There is no such page. */
  NOT_FOUND("error.404.title", "error.404.sentence"),
  /** The upload is over the limit. */
  TOO_LARGE("error.413.title", "error.413.sentence"),
  /** Our own fault. */
  BROKEN("error.500.title", "error.500.sentence");

  private final String title;
  private final String sentence;

  Trouble(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  /** Key of the heading. */
  public String title() {
    return title;
  }

  /** Key of the sentence. */
  public String sentence() {
    return sentence;
  }

  static Trouble of(HttpStatus status) {
    if (status.is5xxServerError()) {
      return BROKEN;
    }
    return switch (status.value()) {
      case 401, 403 -> FORBIDDEN;
      case 404, 405 -> NOT_FOUND;
      case 413 -> TOO_LARGE;
      default -> UNREADABLE;
    };
  }
}
