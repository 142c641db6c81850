package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.UnreadablePicture.Cause;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays every saved file; its name begins with what is expected of it. */
final class CorpusTest {
  private final Media media =
      new Media(MediaLimits.DEFAULT, new Workroom(256 << 20, 2, Duration.ofSeconds(30)));

  static List<Path> files() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(CorpusTest.class.getResource("/corpus/media")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aSavedFileIsAnsweredAsItsNameSays(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    String name = file.getFileName().toString();
    String expected = name.substring(0, name.indexOf('.'));

    if (expected.equals("accepted")) {
      assertThat(media.decode(content).canonicalPng().bytes()).isNotEmpty();
    } else {
      assertThat(Refusals.of(() -> media.decode(content))).isEqualTo(Cause.valueOf(expected));
    }
  }

  @Test
  void theSeedsAreAllThere() throws IOException, URISyntaxException {
    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsAll(CorpusSeeds.files().keySet());
  }
}
