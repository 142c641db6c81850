package eu.gardefou.policy;

/**
 * The pictures of one side, the strictest of each value over all of them.
 *
 * @param count how many pictures, as far as the signals tell
 * @param suggestive reported, and never enough on its own
 * @param part explicit content in a close look at a part, which needs stronger evidence
 * @param faces in all pictures together
 * @param youngest lowest apparent age of a face in years; {@link #NO_FACE} when there is none
 * @param ageUnknown whether some face has no usable age: unknown is not adult
 * @param unhashable how many pictures could not be looked up in the banks
 * @param marks largest share of a picture that marks drawn over it cover
 */
record Pictures(
    int count,
    Level explicit,
    Level suggestive,
    Level part,
    int faces,
    double youngest,
    boolean ageUnknown,
    int unhashable,
    double marks) {
  /** Older than anybody, so that a comparison with an age needs no second condition. */
  static final double NO_FACE = 200;
}
