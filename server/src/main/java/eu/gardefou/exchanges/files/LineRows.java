package eu.gardefou.exchanges.files;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One hash a line, with its type and a space before it unless the exchange says the type. */
final class LineRows implements Rows {
  /** As long as the longest fingerprint, with its type. */
  private static final int LONGEST = (4 << 20) + 100;

  private final Reader reader;
  private long line;
  private boolean returned;

  /** Reads from something that reads ahead. */
  LineRows(Reader reader) {
    this.reader = reader;
  }

  @Override
  public @Nullable Row next() throws IOException {
    for (String text = line(); text != null; text = line()) {
      String entry = text.strip();
      if (!entry.isEmpty() && !entry.startsWith("#")) {
        int space = entry.indexOf(' ');
        return space < 0
            ? new Row(line, Map.of("value", entry))
            : new Row(
                line,
                Map.of("type", entry.substring(0, space), "value", entry.substring(space + 1)));
      }
    }
    return null;
  }

  /** The next line, ended as on any system; null after the last. */
  private @Nullable String line() throws IOException {
    int c = reader.read();
    if (returned && c == '\n') {
      c = reader.read();
    }
    returned = false;
    if (c < 0) {
      return null;
    }
    line++;
    StringBuilder text = new StringBuilder();
    while (c >= 0 && c != '\n' && c != '\r') {
      if (text.length() == LONGEST) {
        throw new Malformed(line, "It is too long.");
      }
      text.append((char) c);
      c = reader.read();
    }
    returned = c == '\r';
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
