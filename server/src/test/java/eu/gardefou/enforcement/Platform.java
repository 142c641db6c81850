package eu.gardefou.enforcement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A platform on loopback that keeps what it is told, and answers as it is told. */
final class Platform implements AutoCloseable {
  /** What came. */
  record Call(String signature, String key, String body) {}

  final List<Call> calls = new CopyOnWriteArrayList<>();

  /** What it says to the next calls. */
  volatile int status = 204;

  /** A piece of an item that it refuses whatever the status is. */
  volatile String refusing = "\0";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Platform() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(
          new Call(
              exchange.getRequestHeaders().getFirst("Gardefou-Signature"),
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              body));
      int answer = body.contains(refusing) ? 422 : status;
      if (answer == 302) {
        exchange.getResponseHeaders().set("Location", url() + "elsewhere");
      }
      byte[] words = ("status " + answer).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer, answer == 204 ? -1 : words.length);
      if (answer != 204) {
        exchange.getResponseBody().write(words);
      }
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  List<String> keys() {
    return calls.stream().map(Call::key).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
