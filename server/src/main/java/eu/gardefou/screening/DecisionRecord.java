package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.List;
import java.util.UUID;

/** Where decisions are written before anybody hears of them. Throws when it cannot write. */
interface DecisionRecord {
  /** Writes the decision on a request and gives its identifier. */
  UUID request(Submission submission, Asker asker, Verdict verdict, List<Signal> signals);

  /** Writes the decision on an upstream's answer and gives its identifier. */
  UUID result(
      RequestOutcome.Cleared cleared,
      List<byte[]> files,
      List<Picture> pictures,
      Verdict verdict,
      List<Signal> signals);
}
