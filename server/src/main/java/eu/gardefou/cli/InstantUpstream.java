package eu.gardefou.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Executors;

/** An upstream on this machine that answers every request at once with the same drawn picture. */
final class InstantUpstream implements AutoCloseable {
  private final HttpServer server;

  private InstantUpstream(HttpServer server) {
    this.server = server;
  }

  static InstantUpstream start() throws IOException {
    String picture = Base64.getEncoder().encodeToString(GateLoad.picture(1024, 1024, "png"));
    byte[] answer =
        ("{\"created\":1,\"data\":[{\"b64_json\":\"" + picture + "\"}]}")
            .getBytes(StandardCharsets.US_ASCII);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> reply(exchange, answer));
    server.start();
    return new InstantUpstream(server);
  }

  /** The base URL to give to a gate. */
  URI address() {
    return URI.create(
        "http://"
            + server.getAddress().getHostString()
            + ":"
            + server.getAddress().getPort()
            + "/v1");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void reply(HttpExchange exchange, byte[] answer) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
