package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers send is on disk for its owner only, and no longer than needed. */
final class VideoFolderTest {
  @TempDir private Path data;

  @Test
  void itIsItsOwnersAloneAndEmptiedAtStart() throws IOException {
    Path folder = Files.createDirectory(data.resolve("videos"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("video1.tmp"), "left behind");

    VideoFolder.at(folder);

    assertThat(folder).isEmptyDirectory();
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @Test
  void aVideoIsThereForItsOwnerUntilItsPlaceIsClosed() throws IOException {
    Path folder = data.resolve("videos");
    try (VideoFolder.Place place = VideoFolder.at(folder).place()) {
      Path file = place.make();
      assertThat(file).hasParent(folder);
      assertThat(mode(file)).isEqualTo("rw-------");
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
