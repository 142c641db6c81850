package eu.gardefou.prompts;

import java.util.List;

/**
 * What a written request asks for.
 *
 * @param findings strongest first
 * @param covered whether the text is in a language that a data file covers; an empty text is
 */
public record PromptFindings(List<PromptFinding> findings, boolean covered) {
  /** Keeps its own copy. */
  public PromptFindings {
    findings = List.copyOf(findings);
  }
}
