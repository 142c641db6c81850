package eu.gardefou.gateway;

import eu.gardefou.policy.Kind;
import eu.gardefou.wire.Upload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be moderated, read and within limits.
 *
 * @param kind as what it is judged; null when the content tells
 * @param inputs each gets a result of its own
 */
record ModerationRequest(@Nullable Kind kind, List<Input> inputs) {
  /** Keeps its own copy. */
  ModerationRequest {
    inputs = List.copyOf(inputs);
  }

  /** Content that is judged together. */
  record Input(List<String> texts, List<Source> pictures) {
    /** Keeps its own copies. */
    Input {
      texts = List.copyOf(texts);
      pictures = List.copyOf(pictures);
    }
  }

  /** Where a picture is. */
  sealed interface Source {
    /** The field that names it. */
    String param();
  }

  /** In the request itself. */
  record Inline(Upload upload) implements Source {
    @Override
    public String param() {
      return upload.param();
    }
  }

  /**
   * At an address.
   *
   * @param address as the client gave it
   */
  record Linked(String param, String address) implements Source {}
}
