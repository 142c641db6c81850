package eu.gardefou.enforcement;

/**
 * The facts, and what made the provider look (Article 17(3)(b) DSA). Who gave notice is not asked
 * for anywhere, so that it cannot be told.
 *
 * @param facts what was found, up to 5,000 characters, without personal data
 */
public record Circumstances(String facts, SourceType source, Content content) {
  /** Refuses what is incomplete. */
  public Circumstances {
    facts = FreeText.required("decision_facts", facts, 5_000);
  }
}
