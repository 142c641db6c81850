package eu.gardefou.robustness;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.gardefou.prompts.CanaryWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A request that is refused as it stands.
 *
 * @param language of its words; {@code xc} is the canary's
 */
record Seed(String language, String text) {
  private static final Set<String> OTHER_SCRIPTS = Set.of("ar", "bg", "el", "ru", "uk");

  /** Requests for the harmless concept that the tests forbid. */
  static List<Seed> canaries() {
    return CanaryWords.canaries().stream().map(text -> new Seed("xc", text)).toList();
  }

  /** Mild requests in all languages. */
  static List<Seed> mild() {
    return lines("seeds.txt").stream()
        .map(line -> line.split("\\|", 2))
        .map(line -> new Seed(line[0], line[1]))
        .toList();
  }

  static List<Seed> mildIn(String language) {
    return mild().stream().filter(seed -> seed.language().equals(language)).toList();
  }

  boolean isLatin() {
    return !OTHER_SCRIPTS.contains(language);
  }

  /** The lines of a file beside the tests, without comments. */
  static List<String> lines(String file) {
    try (InputStream in =
        Objects.requireNonNull(Seed.class.getResourceAsStream("/robustness/" + file), file)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
