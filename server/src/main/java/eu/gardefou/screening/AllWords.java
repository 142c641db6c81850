package eu.gardefou.screening;

import eu.gardefou.prompts.PromptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of one submission, wherever they stand: those of the request, and those that are read
 * in its pictures as they come. Whoever adds the last ones sees all of them, so that a sentence
 * that is split among pictures is read as one. Safe for many threads.
 */
final class AllWords {
  private final PromptText request;
  private final Map<Integer, List<String>> pictures = new TreeMap<>();

  AllWords(PromptText request) {
    this.request = request;
  }

  /** The words of the request alone. */
  PromptText request() {
    return request;
  }

  /**
   * Adds what stands in a picture.
   *
   * @return all words that are known by now, those of pictures in the pictures' order
   */
  synchronized PromptText with(int index, List<String> texts) {
    pictures.put(index, List.copyOf(texts));
    List<String> companions = new ArrayList<>(request.companions());
    pictures.values().forEach(companions::addAll);
    return new PromptText(request.prompt(), companions);
  }
}
