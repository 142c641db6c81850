package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that announces a body and does not send it is told so, and soon. */
final class SlowBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 60000000\r\n\r\n",
        "Content-Length: 60000000\r\n\r\n{\"prompt\":",
        "Transfer-Encoding: chunked\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"prompt\"\r\n"
      })
  void aBodyThatDoesNotComeIsARequestTimeout(String start) throws IOException {
    try (GatewayServer server = GatewayServer.start("gardefou.bodies.patience=100ms");
        Socket socket = new Socket("localhost", server.port())) {
      String head =
          String.join(
              "\r\n",
              "POST /v1/images/generations HTTP/1.1",
              "Host: localhost",
              "Authorization: Bearer alice",
              "Content-Type: application/json",
              "");
      socket.getOutputStream().write(Multipart.bytes(head + start));
      String answer = answer(socket);
      assertThat(answer)
          .startsWith("HTTP/1.1 408")
          .containsIgnoringCase("X-Should-Retry: false")
          .contains("\"The body did not arrive in time.\"")
          .contains("\"request_timeout\"");
    }
  }

  @Test
  void aBodyInManyPiecesIsReadInItsTime() throws IOException {
    try (GatewayServer server = GatewayServer.start();
        Socket socket = new Socket("localhost", server.port())) {
      byte[] body = Multipart.bytes("{\"prompt\":\"a kite\"}");
      String head =
          String.join(
              "\r\n",
              "POST /v1/images/generations HTTP/1.1",
              "Host: localhost",
              "Authorization: Bearer alice",
              "Content-Type: application/json",
              "Content-Length: " + body.length,
              "\r\n");
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(Multipart.bytes(head));
      for (byte piece : body) {
        socket.getOutputStream().write(piece);
        socket.getOutputStream().flush();
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    }
  }

  /** Up to the end of the first piece of the answer's body. */
  private static String answer(Socket socket) throws IOException {
    var answer = new StringBuilder();
    byte[] some = new byte[8_192];
    while (answer.indexOf("}}") < 0 && answer.indexOf("b64_json") < 0) {
      int count = socket.getInputStream().read(some);
      if (count < 0) {
        break;
      }
      answer.append(new String(some, 0, count, StandardCharsets.UTF_8));
    }
    return answer.toString();
  }
}
