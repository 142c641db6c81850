package eu.gardefou.screening;

import eu.gardefou.matching.BankMatch;
import eu.gardefou.matching.MatchFindings;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.OverruledMatch;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import java.util.ArrayList;
import java.util.List;

/** Looks a picture up in the banks. */
record MatchingCheck(Matching matching) implements PictureCheck {
  @Override
  public String name() {
    return "matching";
  }

  @Override
  public List<Signal> look(Signal.Part part, int index, Picture picture) {
    MatchFindings findings = matching.lookUp(picture);
    List<Signal> signals = new ArrayList<>();
    for (BankMatch match : findings.matches()) {
      signals.add(
          new Signal.Match(
              part,
              index,
              match.bank(),
              match.kind().word(),
              match.entry().toString(),
              match.distance(),
              match.quarantined()));
    }
    for (OverruledMatch overruled : findings.overruled()) {
      BankMatch match = overruled.match();
      signals.add(
          new Signal.Overruled(
              part,
              index,
              match.bank(),
              match.kind().word(),
              match.entry().toString(),
              match.distance(),
              overruled.by()));
    }
    if (!findings.hashable()) {
      signals.add(new Signal.Unhashable(part, index, findings.quality()));
    }
    return signals;
  }
}
