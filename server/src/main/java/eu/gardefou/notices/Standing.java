package eu.gardefou.notices;

/** In what relation a reporter stands to the person in the picture. */
public enum Standing {
  /** They are the person. */
  DEPICTED,
  /** That person has authorised them. */
  ON_BEHALF,
  /** Anybody else: Article 16 of the Digital Services Act hears everybody. */
  OTHER
}
