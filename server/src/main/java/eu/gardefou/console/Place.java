package eu.gardefou.console;

/** A page that the masthead leads to. */
enum Place {
  /** System state. */
  OVERVIEW("overview", "/", "place.overview", Right.OVERVIEW),
  /** Decisions on record. */
  DECISIONS("decisions", "/decisions", "place.decisions", Right.DECISIONS),
  /** Banks of hashes. */
  BANKS("banks", "/banks", "place.banks", Right.BANKS),
  /** Lists that others share. */
  EXCHANGES("exchanges", "/exchanges", "place.exchanges", Right.BANKS),
  /** Machine keys. */
  KEYS("keys", "/keys", "place.keys", Right.ACCESS),
  /** People who sign in. */
  PEOPLE("people", "/people", "place.people", Right.ACCESS);

  private final String word;
  private final String path;
  private final String title;
  private final Right right;

  Place(String word, String path, String title, Right right) {
    this.word = word;
    this.path = path;
    this.title = title;
    this.right = right;
  }

  /** Name in templates. */
  public String word() {
    return word;
  }

  /** Where it is. */
  public String path() {
    return path;
  }

  /** Key of its name. */
  public String title() {
    return title;
  }

  /** What it needs. */
  Right right() {
    return right;
  }
}
