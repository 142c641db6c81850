package eu.gardefou.screening;

import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.CanaryWords;
import eu.gardefou.prompts.Concept;
import eu.gardefou.prompts.PromptFinding;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.prompts.Prompts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The built-in policy's word on texts that are read with the canary beside the real languages. */
public final class Canary {
  private static final WordsCheck WORDS = new WordsCheck(CanaryWords.PROMPTS);

  /** The readings of what hidden characters carry, or turn round. */
  private static final Set<String> HIDDEN =
      Set.of("decoded-tags", "decoded-selectors", "reversed", "reversed-words");

  private Canary() {}

  /** What is decided of words alone. */
  public static Verdict judge(Kind kind, PromptText text) {
    return judge(kind, WORDS.apply(text));
  }

  /** The same when only some of what was found is heard. */
  public static Verdict judgeSome(Kind kind, PromptText text, Predicate<PromptFinding> heard) {
    return judge(kind, CanaryWords.PROMPTS, text, heard);
  }

  /** The same when nothing is read but the text as written: a reader without its defences. */
  public static Verdict judgeAsWritten(Kind kind, PromptText text) {
    return judge(kind, CanaryWords.PROMPTS, text, finding -> finding.reading().equals("plain"));
  }

  /**
   * The same when hidden characters are neither taken out nor minded, what they carry is not read,
   * and nothing is read in the direction that they give to it.
   */
  public static Verdict judgeWithHiddenUnseen(Kind kind, PromptText text) {
    return judge(
        kind,
        Uncleaned.PROMPTS,
        text,
        finding -> finding.concept() != Concept.HIDDEN_TEXT && !HIDDEN.contains(finding.reading()));
  }

  private static Verdict judge(
      Kind kind, Prompts reader, PromptText text, Predicate<PromptFinding> heard) {
    List<Signal> signals = new ArrayList<>();
    reader.read(text).findings().stream()
        .filter(heard)
        .map(finding ->
            new Signal.Text(
                finding.concept().word(), finding.strength(), finding.rule(), finding.language()))
        .forEach(signals::add);
    return judge(kind, signals);
  }

  private static Verdict judge(Kind kind, List<Signal> signals) {
    return Policies.builtIn().judge(kind, Consent.NONE, signals);
  }

  /** Made on first use. */
  private static final class Uncleaned {
    static final Prompts PROMPTS = CanaryWords.withoutCleaning();
  }
}
