package eu.gardefou.notices;

import eu.gardefou.database.DataFolder;
import eu.gardefou.notices.NoticeProblem.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Where the key of the notices comes from. */
final class KeyFile {
  private static final int BYTES = 32;
  private static final String SENTENCE =
      "The file that gardefou.notices.key-file names cannot be read, or is not 64 hexadecimal"
          + " digits.";

  private KeyFile() {}

  /**
   * The key of this installation, made at first use; or the one in a file that several nodes share,
   * which has to be there.
   *
   * @param file empty for the one of this installation
   */
  static byte[] read(DataFolder folder, String file) {
    if (file.isBlank()) {
      return folder.secret("notices");
    }
    try {
      String text = Files.readString(Path.of(file.strip()), StandardCharsets.US_ASCII).strip();
      if (text.length() == 2 * BYTES) {
        return HexFormat.of().parseHex(text);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new NoticeProblem(Cause.KEY, SENTENCE, e);
    }
    throw new NoticeProblem(Cause.KEY, SENTENCE);
  }
}
