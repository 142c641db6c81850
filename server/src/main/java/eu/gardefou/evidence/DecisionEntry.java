package eu.gardefou.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it is kept. Holds no prompt, no picture and no word of the request.
 *
 * @param id of this decision, a version 7 UUID
 * @param request the request's decision when this one judges its result
 * @param at when it was decided
 * @param stage {@code request}, {@code result} or {@code upload}
 * @param kind {@code generate}, {@code edit} or {@code upload}
 * @param surface the door it came through, such as {@code /v1/images/edits}; recorded only
 * @param caller pseudonymous caller
 * @param decision such as {@code refuse}
 * @param rules identifiers of the rules that fired
 * @param reasons JSON array of the reasons
 * @param signals JSON array of the signals, each with model and version
 * @param policyVersion 64 hexadecimal digits
 * @param promptDigest keyed digest of the request's words, 64 hexadecimal digits
 * @param contents the pictures, by digest
 * @param context JSON object: {@code country}, and {@code alone}, what the policy alone says, when
 *     something else had a say; null in decisions of before
 * @param shadow JSON object: what a policy on trial decides of the same signals; null when there is
 *     none
 */
public record DecisionEntry(
    UUID id,
    @Nullable UUID request,
    Instant at,
    String stage,
    String kind,
    String surface,
    String caller,
    String decision,
    List<String> rules,
    String reasons,
    String signals,
    String policyVersion,
    @Nullable String promptDigest,
    List<ContentDigest> contents,
    @Nullable String context,
    @Nullable String shadow) {
  /** A decision of which no more is known. */
  public DecisionEntry(
      UUID id,
      @Nullable UUID request,
      Instant at,
      String stage,
      String kind,
      String surface,
      String caller,
      String decision,
      List<String> rules,
      String reasons,
      String signals,
      String policyVersion,
      @Nullable String promptDigest,
      List<ContentDigest> contents) {
    this(
        id,
        request,
        at,
        stage,
        kind,
        surface,
        caller,
        decision,
        rules,
        reasons,
        signals,
        policyVersion,
        promptDigest,
        contents,
        null,
        null);
  }

  /**
   * A picture as it is remembered.
   *
   * @param part {@code input}, {@code mask} or {@code output}
   * @param digest keyed digest of the bytes that were screened and sent on, 64 hexadecimal digits
   * @param pdq perceptual hash, 64 hexadecimal digits; null when the picture cannot be hashed
   * @param quality PDQ quality, 0 to 100
   */
  public record ContentDigest(String part, String digest, @Nullable String pdq, int quality) {}
}
