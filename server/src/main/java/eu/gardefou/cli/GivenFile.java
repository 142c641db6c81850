package eu.gardefou.cli;

import eu.gardefou.media.MediaLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file that somebody names at the terminal; why it cannot be read is a {@link Problem}. */
final class GivenFile {
  private static final String STANDARD_INPUT = "-";
  private static final int BEGINNING = 1_024;

  private GivenFile() {}

  /** The content, or a little more of it than a picture may have: enough to be refused for it. */
  static byte[] picture(Path file) {
    try (InputStream content = open(file)) {
      return content.readNBytes(Math.toIntExact(MediaLimits.DEFAULT.bytes() + 1));
    } catch (IOException failure) {
      throw problem(failure);
    }
  }

  /** The first bytes, which tell a video from a picture. */
  static byte[] beginning(Path file) {
    try (InputStream content = open(file)) {
      return content.readNBytes(BEGINNING);
    } catch (IOException failure) {
      throw problem(failure);
    }
  }

  /**
   * All bytes of standard input.
   *
   * @throws Problem when there are more than a picture may have
   */
  static byte[] standardInput() {
    try {
      int most = Math.toIntExact(MediaLimits.DEFAULT.bytes());
      byte[] bytes = System.in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Problem("it has more than " + most + " bytes");
      }
      return bytes;
    } catch (IOException failure) {
      throw problem(failure);
    }
  }

  /** Whether it stands for standard input. */
  static boolean isStandardInput(Path file) {
    return file.toString().equals(STANDARD_INPUT);
  }

  /** All files in a folder and the folders in it, by name; a file is itself. */
  static List<Path> within(Path file) {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> files = Files.walk(file)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw problem(failure);
    } catch (UncheckedIOException failure) {
      throw problem(new IOException(failure.getMessage(), failure));
    }
  }

  /** The lines of a text; {@code -} is standard input. */
  static List<String> lines(Path file) {
    // A decoder that is asked for by name replaces what it cannot read; this one complains.
    try (InputStream content = isStandardInput(file) ? System.in : open(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()))) {
      return reader.readAllLines();
    } catch (IOException failure) {
      throw problem(failure);
    }
  }

  static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new Problem("it is a folder, not a file");
    }
    return Files.newInputStream(file);
  }

  static Problem problem(IOException failure) {
    return new Problem(
        switch (failure) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "you may not read it";
          case CharacterCodingException _ -> "it is not text in UTF-8";
          default -> "it cannot be read: " + failure.getMessage();
        });
  }
}
