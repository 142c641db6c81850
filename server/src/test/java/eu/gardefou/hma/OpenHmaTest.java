package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.WholeGate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The interface without keys, as an operator may wish for programs on the same machine. */
final class OpenHmaTest {
  @Test
  void programsOnThisMachineNeedNoKeyAndPagesDo() throws IOException {
    try (WholeGate gate = WholeGate.start("gardefou.hma.open=all")) {
      String lookUp = "/m/lookup?signal_type=pdq&signal=" + "5".repeat(64);
      for (String path : new String[] {"/c/banks", lookUp, lookUp + "&seed="}) {
        assertThat(status(gate, path)).isEqualTo(200);
        assertThat(status(gate, path, "Origin", "http://page.example")).isEqualTo(401);
        assertThat(status(gate, path, "X-Forwarded-For", "192.0.2.1")).isEqualTo(401);
        assertThat(status(gate, path, "X-API-Key", "gf_wrong")).isEqualTo(401);
        assertThat(raw(gate, path, "rebound.example")).contains(" 401 ");
        assertThat(raw(gate, path, "localhost")).contains(" 200 ");
      }
      assertThat(status(gate, "/v1/banks")).isEqualTo(401);
      assertThat(status(gate, "/metrics")).isEqualTo(401);
    }
  }

  @Test
  void banksStayShutUnlessAllIsOpened() {
    try (WholeGate gate = WholeGate.start("gardefou.hma.open=true")) {
      assertThat(status(gate, "/m/lookup?signal_type=pdq&signal=" + "5".repeat(64))).isEqualTo(200);
      assertThat(status(gate, "/c/banks")).isIn(401, 403);
    }
  }

  @Test
  void theyAreNotOpenedToOtherMachines() {
    assertThatThrownBy(
            () -> WholeGate.start("gardefou.hma.open=true", "server.address=0.0.0.0").close())
        .rootCause()
        .hasMessageContaining("--hma-open needs GARDEFOU_ADDRESS=127.0.0.1");
  }

  private static int status(WholeGate gate, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(gate.address(path));
    return gate.send((headers.length == 0 ? request : request.headers(headers)).build())
        .statusCode();
  }

  private static String raw(WholeGate gate, String path, String host) throws IOException {
    try (Socket socket = new Socket("localhost", gate.address("/").getPort())) {
      OutputStream out = socket.getOutputStream();
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
