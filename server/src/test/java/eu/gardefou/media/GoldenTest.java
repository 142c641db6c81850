package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * WebP files by libwebp give exactly the pixels that libwebp gives, which lie beside them as PNG.
 */
final class GoldenTest {
  private final Media media = new Media(MediaLimits.DEFAULT);

  static List<Path> files() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/media/golden")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".png")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileHasThePixelsThatItsOwnLibraryGives(Path file) throws IOException {
    String name = file.getFileName().toString();
    Path png = file.resolveSibling(name.substring(0, name.indexOf('.')) + ".png");

    Picture decoded = media.decode(Files.readAllBytes(file));
    Picture expected = media.decode(Files.readAllBytes(png));

    assertThat(Views.ofFirstFrame(decoded)).isEqualTo(Views.ofFirstFrame(expected));
    assertThat(Arrays.equals(decoded.stored().rgb(), expected.stored().rgb())).isTrue();
  }
}
