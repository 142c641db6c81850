package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.Form;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hash that came as JSON, read strictly: no unknown field, no field twice, nothing after the end.
 *
 * @param pdq 64 hexadecimal digits
 * @param quality 0 to 100, when known
 * @param source who vouches for it
 * @param note free text
 */
record HashForm(
    @Nullable String pdq,
    @Nullable Integer quality,
    @Nullable String source,
    @Nullable String note) {
  private static final Set<String> FIELDS = Set.of("pdq", "quality", "source", "note");
  private static final int LONGEST_TEXT = 4_000;

  /**
   * Reads a request's body.
   *
   * @throws eu.gardefou.wire.BadRequest when it is not such an object
   */
  static HashForm read(Body body) {
    Form form = Form.of(body, FIELDS, Set.of());
    return new HashForm(
        form.text("pdq", LONGEST_TEXT),
        form.whole("quality", 0, 100),
        form.text("source", LONGEST_TEXT),
        form.text("note", LONGEST_TEXT));
  }

  /**
   * The hash.
   *
   * @throws BankProblem when it is missing or malformed; the sentence names the position
   */
  PdqHash hash() {
    if (pdq == null) {
      throw invalid("The field pdq is missing: 64 hexadecimal digits.");
    }
    try {
      return PdqHash.parse(pdq);
    } catch (IllegalArgumentException malformed) {
      throw invalid("The field pdq is wrong: " + malformed.getMessage() + ".");
    }
  }

  /** Where the entry comes from. */
  Provenance provenance() {
    return new Provenance(source == null ? "" : source, note == null ? "" : note);
  }

  private static BankProblem invalid(String sentence) {
    return new BankProblem(BankProblem.Cause.INVALID, sentence);
  }
}
