package eu.gardefou.exchanges.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One hash a line, with its type and a space before it unless the exchange says the type. */
final class LineRows implements Rows {
  private final BufferedReader reader;
  private long line;

  LineRows(BufferedReader reader) {
    this.reader = reader;
  }

  @Override
  public @Nullable Row next() throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
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

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
