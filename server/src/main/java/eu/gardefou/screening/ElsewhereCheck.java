package eu.gardefou.screening;

import eu.gardefou.exchanges.ArachnidShield;
import eu.gardefou.exchanges.ArachnidShield.Answer;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.Matching;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks those who know pictures and do not share their list, by hash alone, where the operator has
 * switched that on. No answer is not "no match": the picture was not assessed.
 */
record ElsewhereCheck(ArachnidShield shield) implements PictureCheck {
  @Override
  public String name() {
    return "elsewhere";
  }

  @Override
  public @Nullable String off() {
    return shield.isOn() ? null : "not-configured";
  }

  @Override
  public List<Signal> look(Signal.Part part, int index, Picture picture) {
    if (!shield.isOn()) {
      return List.of();
    }
    return switch (ask(picture)) {
      case Answer.Off _ -> List.of();
      case Answer.NotAssessed missing -> throw new IllegalStateException(missing.why());
      case Answer.Assessed known -> {
        List<Signal> signals = new ArrayList<>();
        known
            .known()
            .forEach((hash, word) ->
                signals.add(
                    new Signal.Match(
                        part, index, known.bank(), BankKind.KNOWN_ABUSE.word(), word, 0, false)));
        yield signals;
      }
    };
  }

  private Answer ask(Picture picture) {
    try {
      return shield.ask(Matching.uprightHashes(picture));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while somebody else was asked", stopped);
    }
  }
}
