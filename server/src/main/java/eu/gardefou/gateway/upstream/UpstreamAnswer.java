package eu.gardefou.gateway.upstream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an upstream said to an order. */
public sealed interface UpstreamAnswer {
  /**
   * Pictures, which nobody has screened.
   *
   * @param pictures as many as were ordered
   * @param usage what it cost; null when the upstream does not say
   */
  record Made(List<RawPicture> pictures, @Nullable Usage usage) implements UpstreamAnswer {
    /** Keeps its own copy. */
    public Made {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * The upstream's own safety system said no.
   *
   * @param stage {@code input}, {@code output} or {@code unknown}
   * @param categories the upstream's words, made harmless; may be empty
   */
  record Refused(String stage, List<String> categories) implements UpstreamAnswer {
    /** Keeps its own copy. */
    public Refused {
      categories = List.copyOf(categories);
    }
  }

  /**
   * A picture that nobody has screened.
   *
   * @param bytes as they came
   * @param revisedPrompt the upstream's own words for what it drew
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record RawPicture(byte[] bytes, @Nullable String revisedPrompt) {
    @Override
    public String toString() {
      return "RawPicture[" + bytes.length + " bytes]";
    }
  }

  /** Tokens used, as the upstream counts them. */
  record Usage(long total, long input, long output, long inputText, long inputImage) {
    /** Nothing is metered. */
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);
  }
}
