package eu.gardefou.policy;

/**
 * The pictures of one side, the strictest of each value over all of them.
 *
 * <p>The models are weak: one alone calls an apple, a box or a clothed person explicit. So each
 * value comes twice: the highest that any one model gives, and the highest that two models reach on
 * the same picture. When only one model looked at a picture its word counts as agreed, since nobody
 * was there to object.
 *
 * @param count how many pictures, as far as the signals tell
 * @param explicit highest score of any model, 0 to 1
 * @param explicitAgreed highest score that two models reach on the same picture
 * @param suggestive highest score of any model; reported, and never enough on its own
 * @param suggestiveAgreed highest score that two models reach on the same picture
 * @param faces in all pictures together
 * @param youngest lowest apparent age of a face in years; {@link #NO_FACE} when there is none
 * @param ageUnknown whether some face has no usable age: unknown is not adult
 * @param unhashable how many pictures could not be looked up in the banks
 */
record Pictures(
    int count,
    double explicit,
    double explicitAgreed,
    double suggestive,
    double suggestiveAgreed,
    int faces,
    double youngest,
    boolean ageUnknown,
    int unhashable) {
  /** Older than anybody, so that a comparison with an age needs no second condition. */
  static final double NO_FACE = 200;
}
