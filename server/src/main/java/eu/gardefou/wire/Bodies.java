package eu.gardefou.wire;

import jakarta.servlet.http.HttpServletRequest;

/** Reads the bodies of requests, each at its pace and all within one room. */
public final class Bodies {
  private final BodyRoom room;
  private final Pace pace;

  /** Makes a reader. */
  public Bodies(BodyRoom room, Pace pace) {
    this.room = room;
    this.pace = pace;
  }

  /**
   * Reads a request's body to its end.
   *
   * @param most bytes that are accepted
   * @param holder who sends it, such as a caller's pseudonym
   * @throws BadRequest for a body that is broken, long, slow or encoded, for one without a content
   *     type, and when there is no room
   */
  public Body read(HttpServletRequest request, long most, String holder) {
    return Body.read(request, Math.min(most, room.largest()), room.share(holder), pace);
  }
}
