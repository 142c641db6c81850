package eu.gardefou.prompts;

import java.util.List;

/** The loaded prompts, once for all tests, and short words to ask them with. */
final class Shared {
  static final Prompts PROMPTS = Prompts.load();

  private static final List<Concept> SEXUALISED =
      List.of(Concept.UNDRESS, Concept.REVEALING, Concept.SEXUAL);

  private Shared() {}

  static PromptFindings read(String text) {
    return PROMPTS.read(PromptText.of(text));
  }

  static double strength(PromptFindings findings, Concept concept) {
    return findings.findings().stream()
        .filter(finding -> finding.concept() == concept)
        .mapToDouble(PromptFinding::strength)
        .max()
        .orElse(0);
  }

  static double strength(String text, Concept concept) {
    return strength(read(text), concept);
  }

  /** The strongest of undressing, revealing and sexual. */
  static double sexualised(PromptFindings findings) {
    return SEXUALISED.stream().mapToDouble(c -> strength(findings, c)).max().orElse(0);
  }

  static double sexualised(String text) {
    return sexualised(read(text));
  }
}
