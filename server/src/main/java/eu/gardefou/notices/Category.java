package eu.gardefou.notices;

import org.jspecify.annotations.Nullable;

/** What a reporter thinks it is. A hint that sorts the queue; what it is, a person decides. */
public enum Category {
  /** Offences of Articles 3 to 7 of Directive 2011/93/EU: a notice may be anonymous. */
  MINOR(Severity.MINOR),
  /** The same, made or altered by software. */
  MINOR_SYNTHETIC(Severity.MINOR),
  /** An intimate picture shared without consent. */
  INTIMATE(Severity.INTIMATE),
  /** The same, made or altered by software. */
  INTIMATE_SYNTHETIC(Severity.INTIMATE),
  /** Anything else that is illegal. */
  OTHER(Severity.OTHER);

  private final Severity severity;

  Category(Severity severity) {
    this.severity = severity;
  }

  /** How urgent such cases are; a notice that says nothing counts as an intimate picture. */
  static Severity severityOf(@Nullable Category category) {
    return category == null ? Severity.INTIMATE : category.severity;
  }
}
