package eu.gardefou.screening;

import eu.gardefou.policy.Signal;
import eu.gardefou.prompts.PromptFindings;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.prompts.Prompts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the words of a request and says what it found as signals. */
record WordsCheck(Prompts prompts) implements Function<PromptText, List<Signal>> {
  @Override
  public List<Signal> apply(PromptText text) {
    if (text.isEmpty()) {
      return List.of();
    }
    PromptFindings findings = prompts.read(text);
    List<Signal> signals = new ArrayList<>();
    findings
        .findings()
        .forEach(finding ->
            signals.add(
                new Signal.Text(
                    finding.concept().word(),
                    finding.strength(),
                    finding.rule(),
                    finding.language())));
    if (!findings.covered()) {
      signals.add(new Signal.LanguageNotCovered());
    }
    return signals;
  }
}
