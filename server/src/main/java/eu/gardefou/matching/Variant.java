package eu.gardefou.matching;

/**
 * One way to look at a picture.
 *
 * @param frame from 0
 * @param view 0: as stored in the file; from 1: what people see of the frame, see {@link
 *     eu.gardefou.media.Frame}
 * @param trimmed whether a plain border was left out
 */
public record Variant(int frame, int view, boolean trimmed, Pose pose) {
  /** A picture of which only the hash is known. */
  public static final Variant AS_GIVEN = new Variant(0, 0, false, Pose.ORIGINAL);

  /** What is the same in all poses. */
  Variant upright() {
    return new Variant(frame, view, trimmed, Pose.ORIGINAL);
  }
}
