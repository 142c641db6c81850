package eu.gardefou.notices;

/** Notices as they are sent. */
final class Examples {
  static final String COMPLETE =
      """
      {"locations": [
         {"url": "https://forum.example/t/17"},
         {"pdq": "%s", "quality": 97, "poses": ["%s"], "sha256": "%s"}],
       "explanation": "This picture of me is not real, and nobody asked me.",
       "reporter": {"standing": "depicted", "name": "Ada Example", "email": "ada@example.org",
         "signature": "Ada Example", "wish": "page"},
       "goodFaith": true, "notConsented": true,
       "category": "intimate-synthetic", "language": "fr", "country": "FR"}
      """
          .replace("%s", "0123456789abcdef".repeat(4));

  /** Nobody says who they are. */
  static final String ANONYMOUS =
      """
      {"locations": [{"url": "https://forum.example/t/18"}],
       "explanation": "Somebody else is shown.", "goodFaith": true}
      """;

  private Examples() {}
}
