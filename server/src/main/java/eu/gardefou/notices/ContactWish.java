package eu.gardefou.notices;

/** How a reporter wants to hear of what happens. */
public enum ContactWish {
  /** On the case page only. */
  PAGE,
  /** By e-mail only. */
  EMAIL,
  /** Both. */
  BOTH;

  boolean needsEmail() {
    return this != PAGE;
  }
}
