package eu.gardefou.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An upstream that keeps every byte that it was sent, and answers as it is told. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
final class RecordingUpstream implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");

  final List<Sent> sent = new CopyOnWriteArrayList<>();
  volatile Answering answering = RecordingUpstream::pictures;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** What is answered. */
  interface Answering {
    Answer to(Sent sent) throws IOException;
  }

  record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer json(int status, String json) {
      return new Answer(
          status,
          Map.of("Content-Type", "application/json"),
          json.getBytes(StandardCharsets.UTF_8));
    }

    Answer with(String header, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(header, value);
      return new Answer(status, more, body);
    }
  }

  record Sent(String line, Map<String, List<String>> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String type() {
      return headers.getOrDefault("content-type", List.of("none")).getFirst();
    }

    /** Latin-1 keeps every byte. */
    List<SentPart> parts() {
      String boundary = "--" + type().substring(type().indexOf("boundary=") + "boundary=".length());
      String[] pieces = new String(body, StandardCharsets.ISO_8859_1).split(boundary, -1);
      List<SentPart> parts = new ArrayList<>();
      for (int i = 1; i < pieces.length - 1; i++) {
        int blank = pieces[i].indexOf("\r\n\r\n");
        Matcher name = NAME.matcher(pieces[i]);
        if (!name.find() || blank > pieces[i].length() - 2) {
          throw new IllegalStateException("not a part: " + pieces[i]);
        }
        String content = pieces[i].substring(blank + 4, pieces[i].length() - 2);
        parts.add(new SentPart(name.group(1), content.getBytes(StandardCharsets.ISO_8859_1)));
      }
      return parts;
    }
  }

  record SentPart(String name, byte[] content) {
    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  RecordingUpstream() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** As a property of the gateway. */
  String property() {
    return "gardefou.upstream.url=" + address();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** As many pictures as were asked for. */
  static Answer pictures(Sent sent) {
    Matcher n =
        Pattern.compile("\"n\":(\\d+)|name=\"n\"[^0-9]+8[^0-9]+(\\d+)").matcher(sent.text());
    int count = !n.find() ? 1 : Integer.parseInt(n.group(1) == null ? n.group(2) : n.group(1));
    String one = "{\"b64_json\":\"" + base64(Sketches.png(64, 64, 0x224466)) + "\"}";
    String data = String.join(",", java.util.Collections.nCopies(count, one));
    return Answer.json(200, "{\"created\":1,\"data\":[" + data + "]}");
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Waits as an upstream would, though not for ever. */
  static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IOException("nobody came");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(exchange.getRequestHeaders());
      var request =
          new Sent(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              headers,
              exchange.getRequestBody().readAllBytes());
      sent.add(request);
      Answer answer = answering.to(request);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }
}
