package eu.gardefou;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Scope;
import eu.gardefou.media.Media;
import eu.gardefou.wire.BodyRoom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Whatever becomes of a request, the memory that it held is counted free when it is over. */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class HeldMemoryTest {
  private static final String PICTURE = dataUrl(Drawing.png(320, 240));
  private static final String NO_PICTURE = dataUrl(new byte[] {1, 2, 3});

  @Test
  void whateverIsAnsweredTheMemoryIsBack() {
    try (WholeGate gate = WholeGate.start("gardefou.gateway.heartbeat=1h")) {
      var door = new Door(gate, gate.key(Scope.GATEWAY, Scope.SCREEN, Scope.CURATE));
      String ordinary = edit("make the sky a little bluer", PICTURE, "");
      door.answers(200, "/v1/images/edits", ordinary);
      door.answers(200, "/v1/images/edits", edit("a bluer sky", PICTURE, ",\"stream\":true"));
      door.answers(200, "/v1/screen", ordinary);
      door.answers(400, "/v1/images/edits", edit("take off her dress", PICTURE, ""));
      door.answers(422, "/v1/images/edits", edit("a bluer sky", PICTURE, NO_PICTURE, ""));
      door.answers(422, "/v1/screen", edit("a bluer sky", PICTURE, NO_PICTURE, ""));
      String mask = ",\"mask\":\"" + PICTURE + "\"";
      door.answers(400, "/v1/images/edits", edit("a bluer sky", PICTURE, mask));
      // The demo upstream cannot write this format, and so refuses what was cleared.
      String webp = ",\"output_format\":\"webp\"";
      door.answers(400, "/v1/images/edits", edit("a bluer sky", PICTURE, webp));
      // The drawing has too little detail for a bank.
      door.answersForm(422, "/v1/banks/known-abuse/entries", "source");
      door.answersForm(200, "/v1/banks/look-up", null);
      door.answersForm(400, "/v1/banks/look-up", "source");
      gate.asOwner().sql("REVOKE INSERT ON evidence.decision FROM gardefou_app").update();
      door.answers(500, "/v1/images/edits", ordinary);
      door.answers(500, "/v1/screen", ordinary);
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void checksThatAreLateGiveTheMemoryBackWhenTheyEnd() {
    try (WholeGate gate = WholeGate.start("gardefou.screen.patience=1ms")) {
      Media media = gate.bean(Media.class);
      long before = media.freeMemory();
      String body = edit("make the sky a little bluer", dataUrl(Drawing.png(1600, 1200)), "");
      HttpResponse<String> answer =
          gate.post("/v1/images/edits", gate.key(Scope.GATEWAY), "application/json", bytes(body));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("check-missing");
      while (media.freeMemory() != before) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aSlowBodyIsAnsweredInTheShapeOfItsDoorAndHoldsNothing() throws IOException {
    try (WholeGate gate = WholeGate.start("gardefou.bodies.patience=100ms")) {
      BodyRoom room = gate.bean(BodyRoom.class);
      long before = room.free();
      String key = gate.key(Scope.GATEWAY, Scope.SCREEN, Scope.CURATE);
      for (String path : new String[] {"/v1/screen", "/v1/banks/look-up"}) {
        assertThat(halfOf(gate, path, key))
            .startsWith("HTTP/1.1 408")
            .contains("application/problem+json")
            .contains("\"detail\":\"The body did not arrive in time.\"");
        assertThat(room.free()).isEqualTo(before);
      }
    }
  }

  /** Announces more than is sent, and waits for the answer. */
  private static String halfOf(WholeGate gate, String path, String key) throws IOException {
    try (Socket socket = new Socket("localhost", gate.address("/").getPort())) {
      String request =
          String.join(
              "\r\n",
              "POST " + path + " HTTP/1.1",
              "Host: localhost",
              "Authorization: Bearer " + key,
              "Content-Type: application/json",
              "Content-Length: 50000",
              "",
              "{\"prompt\":");
      socket.getOutputStream().write(bytes(request));
      var answer = new StringBuilder();
      byte[] some = new byte[8_192];
      while (answer.indexOf("}") < 0) {
        int count = socket.getInputStream().read(some);
        if (count < 0) {
          break;
        }
        answer.append(new String(some, 0, count, StandardCharsets.UTF_8));
      }
      return answer.toString();
    }
  }

  /** Asks, and looks at the budgets before and after. */
  private record Door(WholeGate gate, String key) {
    void answers(int status, String path, String json) {
      answers(status, path, "application/json", bytes(json));
    }

    void answersForm(int status, String path, @Nullable String more) {
      var body = new ByteArrayOutputStream();
      part(body, "image", Drawing.png(320, 240));
      if (more != null) {
        part(body, more, bytes("a test"));
      }
      body.writeBytes(bytes("--b--\r\n"));
      answers(status, path, "multipart/form-data; boundary=b", body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
      body.writeBytes(bytes("--b\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n"));
      body.writeBytes(content);
      body.writeBytes(bytes("\r\n"));
    }

    private void answers(int status, String path, String type, byte[] body) {
      long pictures = gate.bean(Media.class).freeMemory();
      long bodies = gate.bean(BodyRoom.class).free();
      HttpResponse<String> answer = gate.post(path, key, type, body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(gate.bean(Media.class).freeMemory()).as(path).isEqualTo(pictures);
      assertThat(gate.bean(BodyRoom.class).free()).as(path).isEqualTo(bodies);
    }
  }

  private static String edit(String prompt, String picture, String more) {
    return "{\"prompt\":\"" + prompt + "\",\"images\":[\"" + picture + "\"]" + more + "}";
  }

  private static String edit(String prompt, String picture, String second, String more) {
    return edit(prompt, picture + "\",\"" + second, more);
  }

  private static String dataUrl(byte[] file) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(file);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
