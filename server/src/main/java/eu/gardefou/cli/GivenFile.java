package eu.gardefou.cli;

import eu.gardefou.media.MediaLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that somebody names at the terminal; why it cannot be read is a {@link Problem}. */
final class GivenFile {
  private static final String STANDARD_INPUT = "-";

  private GivenFile() {}

  /** The content, or a little more of it than a picture may have: enough to be refused for it. */
  static byte[] picture(Path file) {
    try (InputStream content = open(file)) {
      return content.readNBytes(Math.toIntExact(MediaLimits.DEFAULT.bytes() + 1));
    } catch (IOException failure) {
      throw problem(failure);
    }
  }

  /** The lines of a text; {@code -} is standard input. */
  static List<String> lines(Path file) {
    // A decoder that is asked for by name replaces what it cannot read; this one complains.
    try (InputStream content = file.toString().equals(STANDARD_INPUT) ? System.in : open(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()))) {
      return reader.readAllLines();
    } catch (IOException failure) {
      throw problem(failure);
    }
  }

  private static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new Problem("it is a folder, not a file");
    }
    return Files.newInputStream(file);
  }

  private static Problem problem(IOException failure) {
    return new Problem(
        switch (failure) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "you may not read it";
          case CharacterCodingException _ -> "it is not text in UTF-8";
          default -> "it cannot be read: " + failure.getMessage();
        });
  }
}
