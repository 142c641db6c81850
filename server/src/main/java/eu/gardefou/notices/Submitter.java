package eu.gardefou.notices;

import eu.gardefou.access.Caller;

/**
 * Who handed a notice in. A key says it, and nothing in the notice does.
 *
 * @param id such as {@code key:7f3a}, or {@code public}
 * @param trusted whether a key was shown: such notices come before others as urgent as they are
 */
public record Submitter(String id, boolean trusted) {
  /** Anybody. */
  public static final Submitter PUBLIC = new Submitter("public", false);

  /** A trusted flagger or a platform, known by its key. */
  public static Submitter of(Caller caller) {
    return new Submitter(caller.id(), true);
  }
}
