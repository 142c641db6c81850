package eu.gardefou.screening;

import eu.gardefou.access.Caller;

/**
 * Who asks and through which door. Recorded with the decision, and no part of it.
 *
 * @param surface such as {@code /v1/images/edits}
 * @param opinion whether only an opinion is wanted: then it is no turn of any chain
 */
public record Asker(Caller caller, String surface, boolean opinion) {
  /** Somebody who wants something made. */
  public Asker(Caller caller, String surface) {
    this(caller, surface, false);
  }

  /** Somebody who wants to know, and makes nothing here. */
  public static Asker forOpinion(Caller caller, String surface) {
    return new Asker(caller, surface, true);
  }
}
