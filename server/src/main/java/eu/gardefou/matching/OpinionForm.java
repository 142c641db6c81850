package eu.gardefou.matching;

import eu.gardefou.matching.Opinion.Verdict;
import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.Form;
import java.util.Set;

/** An opinion that came as JSON, read strictly. */
record OpinionForm(Verdict verdict, String reason) {
  private static final int LONGEST_TEXT = 4_000;

  /**
   * Reads a request's body.
   *
   * @throws BadRequest when it is not such an object
   */
  static OpinionForm read(Body body) {
    Form form = Form.of(body, Set.of("verdict", "reason"), Set.of());
    String verdict = form.word("verdict", Set.of("confirm", "dispute"));
    if (verdict == null) {
      throw BadRequest.invalid("verdict", "The field verdict is missing: confirm or dispute.");
    }
    String reason = form.text("reason", LONGEST_TEXT);
    return new OpinionForm(
        verdict.equals("confirm") ? Verdict.CONFIRM : Verdict.DISPUTE,
        reason == null ? "" : reason);
  }
}
