package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content to be judged.
 *
 * @param inputs pictures in the order in which they came
 * @param mask which part of the first picture is to change; null when there is none
 */
public record Submission(Kind kind, PromptText text, List<Picture> inputs, @Nullable Picture mask) {
  /** Keeps its own copy. */
  public Submission {
    inputs = List.copyOf(inputs);
  }
}
