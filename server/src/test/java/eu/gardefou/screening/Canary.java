package eu.gardefou.screening;

import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.CanaryWords;
import eu.gardefou.prompts.PromptText;
import java.util.ArrayList;
import java.util.List;

/** The built-in policy's word on texts that are read with the canary beside the real languages. */
public final class Canary {
  private static final WordsCheck WORDS = new WordsCheck(CanaryWords.PROMPTS);

  private Canary() {}

  /** What is decided of words alone. */
  public static Verdict judge(Kind kind, PromptText text) {
    return judge(kind, WORDS.apply(text));
  }

  /** The same when nothing is read but the text as written: a reader without its defences. */
  public static Verdict judgeAsWritten(Kind kind, PromptText text) {
    List<Signal> signals = new ArrayList<>();
    CanaryWords.PROMPTS.read(text).findings().stream()
        .filter(finding -> finding.reading().equals("plain"))
        .map(finding ->
            new Signal.Text(
                finding.concept().word(), finding.strength(), finding.rule(), finding.language()))
        .forEach(signals::add);
    return judge(kind, signals);
  }

  private static Verdict judge(Kind kind, List<Signal> signals) {
    return Policies.builtIn().judge(kind, Consent.NONE, signals);
  }
}
