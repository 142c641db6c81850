package eu.gardefou.enforcement;

/**
 * Whether Article 17 DSA asks for the statement; only then it goes to the Transparency Database.
 */
public enum Duty {
  /** It does. */
  ARTICLE_17,
  /** The restriction obeys an order under Article 9, to which Article 17 does not apply (17(5)). */
  ARTICLE_9_ORDER,
  /** No electronic contact details of the recipient are known (17(2)). */
  NO_CONTACT_DETAILS,
  /** It is deceptive commercial content of high volume (17(2)). */
  DECEPTIVE_COMMERCIAL_CONTENT;

  /** Whether the statement is submitted to the Transparency Database (Article 24(5) DSA). */
  public boolean submitted() {
    return this == ARTICLE_17;
  }
}
