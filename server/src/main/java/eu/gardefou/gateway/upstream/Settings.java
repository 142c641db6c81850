package eu.gardefou.gateway.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Everything about a request but its words and pictures. Each value is a number within bounds or a
 * word from a closed list, so none can carry words past the screening.
 *
 * @param count how many pictures, from 1
 * @param stream whether the answer is a stream of events
 */
public record Settings(int count, Look look, Encoding encoding, boolean stream) {

  /**
   * How the pictures are to look; null leaves it to the upstream.
   *
   * @param size {@code auto} or such as {@code 1024x1024}
   * @param quality such as {@code high}
   * @param background such as {@code transparent}
   * @param style {@code vivid} or {@code natural}
   * @param inputFidelity {@code high} or {@code low}
   */
  public record Look(
      @Nullable String size,
      @Nullable String quality,
      @Nullable String background,
      @Nullable String style,
      @Nullable String inputFidelity) {}

  /**
   * How the pictures are to be stored; null leaves it to the upstream.
   *
   * @param format {@code png}, {@code jpeg} or {@code webp}
   * @param compression 0 to 100
   */
  public record Encoding(@Nullable String format, @Nullable Integer compression) {}
}
