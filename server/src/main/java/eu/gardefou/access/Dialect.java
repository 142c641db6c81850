package eu.gardefou.access;

/** In whose words a door refuses. */
enum Dialect {
  /** Problem details (RFC 9457). */
  OURS,
  /** OpenAI's error envelope. */
  OPENAI,
  /** Hasher-Matcher-Actioner's {@code {"message": "…"}}, whose clients also show keys otherwise. */
  HMA
}
