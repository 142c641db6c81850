package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Where the disk has no room for videos, they are put off; nothing else is. */
final class FullDiskTest {
  private final HmaGate hma = HmaGate.shared();

  @Test
  void videosLeaveRoomOnTheDisk() {
    String film = hma.video(String.valueOf(HmaGate.FILM));
    try (WholeGate gate =
        WholeGate.start(
            "gardefou.video.free=" + Long.MAX_VALUE,
            "gardefou.fetch.allow=127.0.0.0/8",
            "gardefou.fetch.ports=" + URI.create(film).getPort())) {
      String key = gate.key(Scope.MATCH);

      putOff(gate.get("/h/hash?content_type=video&types=vpdq&url=" + film, key));
      putOff(sent(gate, key, "vpdq"));

      String bytes = "/h/hash?content_type=video&types=video_md5&url=" + film;
      assertThat(gate.get(bytes, key).statusCode()).isEqualTo(200);
      assertThat(sent(gate, key, "video_md5").statusCode()).isEqualTo(200);
    }
  }

  private static void putOff(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).contains("cannot be kept");
  }

  private static HttpResponse<String> sent(WholeGate gate, String key, String type) {
    String form = "--b\r\nContent-Disposition: form-data; name=\"video\"; filename=\"a\"\r\n\r\n";
    return gate.send(
        HttpRequest.newBuilder(gate.address("/h/hash?types=" + type))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(form + "a film\r\n--b--\r\n"))
            .build());
  }
}
