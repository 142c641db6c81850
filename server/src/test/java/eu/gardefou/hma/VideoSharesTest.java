package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/** Whoever sends many videos, or slow ones, takes no turn from others. */
@Timeout(300)
final class VideoSharesTest {
  @TempDir private Path folder;

  @Test
  void oneKeyCannotTakeAllTurns() throws Exception {
    Path door = folder.resolve("door");
    new ProcessBuilder("mkfifo", door.toString()).start().waitFor();
    try (WholeGate gate =
        WholeGate.start(
            "gardefou.video.ffmpeg=" + programs(door),
            "gardefou.video.turns=2",
            "gardefou.video.wait=1ms")) {
      String one = gate.key(Scope.MATCH);
      FutureTask<HttpResponse<String>> held = new FutureTask<>(() -> sent(gate, one, "held"));
      Thread.ofVirtual().start(held);
      // Opens as soon as somebody reads from it: then the video has its turn.
      try (OutputStream key = Files.newOutputStream(door)) {
        HttpResponse<String> second = sent(gate, one, "free");
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        assertThat(second.body()).contains("As many of your videos");

        assertThat(sent(gate, gate.key(Scope.MATCH), "free").statusCode()).isEqualTo(200);
        key.write('\n');
      }
      assertThat(held.get().statusCode()).isEqualTo(200);
      assertThat(sent(gate, one, "free").statusCode()).isEqualTo(200);

      Path videos =
          Path.of(gate.bean(Environment.class).getProperty("gardefou.data", ""), "videos");
      try (Stream<Path> kept = Files.walk(videos).filter(Files::isRegularFile)) {
        assertThat(kept.map(Path::getFileName)).containsExactly(Path.of("lock"));
      }
      assertThat(FileSystemUtils.deleteRecursively(videos)).isTrue();
      // Instead of a full disk.
      Files.createFile(videos);
      HttpResponse<String> unkept = sent(gate, one, "free");
      assertThat(unkept.statusCode()).isEqualTo(503);
      assertThat(unkept.body()).contains("cannot be kept");
      Files.delete(videos);
    }
  }

  private static HttpResponse<String> sent(WholeGate gate, String key, String video) {
    String form = "--b\r\nContent-Disposition: form-data; name=\"video\"; filename=\"a\"\r\n\r\n";
    return gate.send(
        HttpRequest.newBuilder(gate.address("/h/hash?types=vpdq,video_md5"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(form + video + "\r\n--b--\r\n"))
            .build());
  }

  /** In the place of FFmpeg's: a video that says "held" is read until the door opens. */
  private Path programs(Path door) throws IOException {
    String tried = "#!/bin/sh\ncase \"$*\" in *-protocols*) echo ' fd'; exit 0;; esac\n";
    script(
        "ffprobe",
        tried
            + "if [ \"$(cat)\" = held ]; then read line < "
            + door
            + "; fi\n"
            + "echo '{\"streams\":[{\"width\":16,\"height\":16,\"avg_frame_rate\":\"25/1\"}]}'\n");
    return script("ffmpeg", tried + "echo shown=4 >&2; head -c 768 /dev/zero\n");
  }

  private Path script(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
