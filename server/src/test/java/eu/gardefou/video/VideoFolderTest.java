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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

  /** As while one gate takes over from another, with a database elsewhere. */
  @Test
  void aGateThatStartsLeavesAloneWhatAnotherReads() throws IOException {
    try (VideoFolder first = Films.folder(data.resolve("videos"));
        VideoFolder second = Films.folder(data.resolve("videos"));
        VideoPlace place = new VideoPlace(first)) {
      Path beingRead = place.make();

      second.empty();

      assertThat(beingRead).exists();
      assertThat(second.own()).isNotEqualTo(first.own()).hasParent(data.resolve("videos"));
      assertThat(first.own()).isEqualTo(beingRead.getParent());
    }
  }

  @Test
  void whatAKilledGateLeftGoes() throws IOException {
    Path left = Files.createDirectories(data.resolve("videos/held1"));
    Files.createFile(left.resolve("lock"));
    Files.writeString(left.resolve("video1.tmp"), "left behind");
    Path unlocked = Files.createDirectory(data.resolve("videos/held2"));
    Path foreign = Files.createDirectory(data.resolve("videos/lost+found"));

    try (VideoFolder gate = Films.folder(data.resolve("videos"))) {
      gate.empty();
    }

    assertThat(left).doesNotExist();
    assertThat(unlocked).doesNotExist();
    assertThat(foreign).exists();
  }

  /** They find the same files, and each finds some gone. */
  @Test
  void gatesThatStartAtOnceDoNotTripOverEachOther() throws Exception {
    Path videos = Files.createDirectory(data.resolve("videos"));
    for (int file = 0; file < 500; file++) {
      Files.createFile(videos.resolve("video" + file));
      Files.createFile(Files.createDirectory(videos.resolve("held" + file)).resolve("lock"));
    }
    CyclicBarrier start = new CyclicBarrier(4);
    List<FutureTask<Path>> gates =
        Stream.generate(() -> new FutureTask<>(() -> started(videos, start))).limit(4).toList();
    gates.forEach(Thread.ofPlatform()::start);

    Set<Path> own = new HashSet<>();
    for (FutureTask<Path> gate : gates) {
      own.add(gate.get());
    }
    assertThat(own).hasSize(4);
    assertThat(videos).isEmptyDirectory();
  }

  private static Path started(Path videos, CyclicBarrier start) throws Exception {
    try (VideoFolder gate = Films.folder(videos)) {
      start.await(1, TimeUnit.MINUTES);
      gate.empty();
      Path own = gate.own();
      start.await(1, TimeUnit.MINUTES);
      assertThat(own.resolve("lock")).exists();
      return own;
    }
  }

  @Test
  void theCommandLineLeavesAloneWhatIsInIt() throws IOException {
    Path folder = Files.createDirectory(data.resolve("videos"));
    Path ofTheGate = Files.writeString(folder.resolve("video1.tmp"), "being read");
    try (Videos videos = Films.videosOf("gardefou.data", data.toString());
        VideoPlace place = videos.place()) {
      assertThat(place.make()).exists();
    }
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(ofTheGate));
    assertThat(ofTheGate).exists();
  }

  @Test
  void aVideoIsThereForItsOwnerUntilItsPlaceIsClosed() throws IOException {
    Path videos = data.resolve("videos");
    try (VideoFolder folder = Films.folder(videos)) {
      try (VideoPlace place = new VideoPlace(folder)) {
        Path file = place.make();
        assertThat(file).hasParent(folder.own());
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.own())).isEqualTo("rwx------");
        assertThat(mode(videos)).isEqualTo("rwx------");
      }
      assertThat(folder.own()).isDirectoryNotContaining("glob:**video*.tmp");
    }
    assertThat(videos).isEmptyDirectory();
  }

  /** As on a full disk; a plain exception would be taken for one of the sender's. */
  @Test
  void whatCannotBeKeptIsNotTheSendersFault() throws IOException {
    Files.createFile(data.resolve("videos"));
    Videos videos = Films.videosOf("gardefou.data", data.toString());

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> videos.fingerprint(InputStream.nullInputStream()));
    try (VideoPlace place = videos.place()) {
      assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> place.open(1));
    }
  }

  @Test
  void whatWasHalfUnpackedGoesAfterADay() throws IOException {
    Path old = Files.createDirectory(data.resolve("new1"));
    Files.createFile(old.resolve("ffmpeg"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    Path fresh = Files.createDirectory(data.resolve("new2"));

    Ffmpeg.BUNDLED.unpackInto(data);

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
