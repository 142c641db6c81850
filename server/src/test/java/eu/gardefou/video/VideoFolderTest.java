package eu.gardefou.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What strangers send is on disk for its owner only, and no longer than needed. */
final class VideoFolderTest {
  @TempDir private Path data;

  @Test
  void theGateEmptiesItAtStart() throws IOException {
    Path folder = Files.createDirectory(data.resolve("videos"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("video1.tmp"), "left behind");
    MockEnvironment settings = new MockEnvironment().withProperty("gardefou.data", data.toString());

    new VideoConfiguration().videos(settings);

    assertThat(folder).isEmptyDirectory();
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @Test
  void theCommandLineLeavesAloneWhatIsInIt() throws IOException {
    Path folder = Files.createDirectory(data.resolve("videos"));
    Path ofTheGate = Files.writeString(folder.resolve("video1.tmp"), "being read");
    Videos videos = Films.videosOf("gardefou.data", data.toString());
    try (VideoPlace place = videos.place()) {
      assertThat(place.make()).exists();
    }
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(ofTheGate));
    assertThat(ofTheGate).exists();
  }

  @Test
  void aVideoIsThereForItsOwnerUntilItsPlaceIsClosed() throws IOException {
    VideoFolder folder = new VideoFolder(data.resolve("videos"));
    try (VideoPlace place = new VideoPlace(folder)) {
      Path file = place.make();
      assertThat(file).hasParent(folder.path());
      assertThat(mode(file)).isEqualTo("rw-------");
      assertThat(mode(folder.path())).isEqualTo("rwx------");
    }
    assertThat(folder.path()).isEmptyDirectory();
  }

  /** As on a full disk; a plain exception would be taken for one of the sender's. */
  @Test
  void whatCannotBeKeptIsNotTheSendersFault() throws IOException {
    Files.createFile(data.resolve("videos"));
    Videos videos = Films.videosOf("gardefou.data", data.toString());

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> videos.fingerprint(InputStream.nullInputStream()));
    try (VideoPlace place = videos.place()) {
      assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(place::open);
    }
  }

  @Test
  void whatWasHalfUnpackedGoesAfterADay() throws IOException {
    Path old = Files.createDirectory(data.resolve("new1"));
    Files.createFile(old.resolve("ffmpeg"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    Path fresh = Files.createDirectory(data.resolve("new2"));

    BundledFfmpeg.unpackInto(data);

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
