package eu.gardefou.prompts;

import java.util.List;

/**
 * All the words of one request, read together and apart.
 *
 * @param prompt the main text; may be empty
 * @param companions negative prompt, style, text found in pictures
 */
public record PromptText(String prompt, List<String> companions) {
  /** Keeps its own copy. */
  public PromptText {
    companions = List.copyOf(companions);
  }

  /** A text without companions. */
  public static PromptText of(String prompt) {
    return new PromptText(prompt, List.of());
  }

  /** Whether there is nothing to read. */
  public boolean isEmpty() {
    return prompt.isBlank() && companions.stream().allMatch(String::isBlank);
  }
}
