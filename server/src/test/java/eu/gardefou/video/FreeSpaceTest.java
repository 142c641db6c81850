package eu.gardefou.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos never fill the disk. */
final class FreeSpaceTest {
  @TempDir private Path data;

  @Test
  void theLongestHasRoomBeforeTheFirstByte() throws IOException {
    FreeSpace ten = new FreeSpace(10, folder -> 110);
    try (VideoFolder folder = new VideoFolder(data.resolve("videos"), ten);
        VideoPlace place = new VideoPlace(folder)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> place.open(101))
          .withMessageContaining("gardefou.video.free");
      try (OutputStream out = place.open(100)) {
        out.write(1);
      }
      assertThat(place.file()).hasSize(1);
    }
  }

  @Test
  void aDiskThatOthersFillMeanwhileIsLeftAlone() throws IOException {
    AtomicLong free = new AtomicLong(1L << 40);
    FreeSpace some = new FreeSpace(1 << 20, folder -> free.get());
    byte[] part = new byte[1 << 20];
    try (VideoFolder folder = new VideoFolder(data.resolve("videos"), some);
        VideoPlace place = new VideoPlace(folder);
        OutputStream out = place.open(1 << 30)) {
      out.write(part);
      free.set(1 << 20);
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> {
            for (int more = 0; more < 8; more++) {
              out.write(part);
            }
          });
      assertThat(Files.size(place.file())).isLessThan(8 << 20);
    }
  }

  @Test
  void theOperatorSaysHowMuchStaysFree() throws IOException {
    String all = Long.toString(Long.MAX_VALUE);
    String where = data.toString();
    try (Videos videos = Films.videosOf("gardefou.data", where, "gardefou.video.free", all)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> videos.fingerprint(InputStream.nullInputStream()));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Films.videosOf("gardefou.video.free", "-1"));
  }
}
