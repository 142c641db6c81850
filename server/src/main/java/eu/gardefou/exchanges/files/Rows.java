package eu.gardefou.exchanges.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The entries of a file, one after the other, without holding the file in memory. */
interface Rows extends AutoCloseable {
  /**
   * The next one; null after the last.
   *
   * @throws Malformed when the file is not as it has to be
   * @throws CharacterCodingException when it is not UTF-8
   */
  @Nullable Row next() throws IOException;

  @Override
  void close() throws IOException;

  /** Whether a file is a list, by its name. What is being written has another name until it is. */
  static boolean isList(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && name.matches(".*\\.(csv|json|jsonl|ndjson|txt)");
  }

  /** Opens a file, of the kind that its name says. */
  static Rows open(Path file, String name) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    Reader reader = reader(file);
    try {
      if (lower.endsWith(".csv")) {
        return new CsvRows(reader);
      }
      return lower.endsWith(".json") || lower.endsWith(".jsonl") || lower.endsWith(".ndjson")
          ? new JsonRows(reader)
          : new LineRows(reader);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static Reader reader(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        1 << 16);
  }
}
