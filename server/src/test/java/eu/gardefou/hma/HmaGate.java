package eu.gardefou.hma;

import com.sun.net.httpserver.HttpServer;
import eu.gardefou.WholeGate;
import eu.gardefou.access.Scope;
import eu.gardefou.video.Films;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole program, a key for all of the interface, and a site of drawn pictures beside it. One
 * for all tests of a JVM: each makes banks of its own.
 */
final class HmaGate {
  /** The seed of a real film. */
  static final long FILM = 24;

  private static final AtomicInteger COUNT = new AtomicInteger();

  final WholeGate gate;
  final String key;
  private final HttpServer site;

  private HmaGate() {
    site = site();
    gate =
        WholeGate.start(
            "gardefou.fetch.allow=127.0.0.0/8",
            "gardefou.fetch.ports=" + site.getAddress().getPort());
    key = gate.key(Scope.MATCH, Scope.CURATE);
  }

  private static final class Holder {
    private static final HmaGate SHARED = new HmaGate();
  }

  static HmaGate shared() {
    return Holder.SHARED;
  }

  /** {@code /3.png} is the drawing of seed 3, {@code /3.mp4} bytes that say they are a video. */
  private static HttpServer site() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            String path = exchange.getRequestURI().getPath();
            long seed = Long.parseLong(path.replaceAll("/|\\..*", ""));
            boolean video = path.endsWith("mp4");
            byte[] file =
                seed == FILM ? film() : video ? video(seed) : seed == 0 ? plain() : drawing(seed);
            exchange.getResponseHeaders().set("Content-Type", video ? "video/mp4" : "image/png");
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the drawing of a seed; that of 0 is all of one colour. */
  String picture(long seed) {
    return "http://127.0.0.1:" + site.getAddress().getPort() + "/" + seed + ".png";
  }

  String video(String seed) {
    return "http://127.0.0.1:" + site.getAddress().getPort() + "/" + seed + ".mp4";
  }

  static byte[] video(long seed) {
    return ("video " + seed).getBytes(StandardCharsets.UTF_8);
  }

  /** Six seconds of a moving pattern. */
  static byte[] film() {
    try {
      Path file = Files.createTempFile("gardefou-film", ".mp4");
      try {
        return Files.readAllBytes(Films.pattern(file, 6));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static byte[] plain() {
    return png(new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB));
  }

  static byte[] drawing(long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    for (int disc = 0; disc < 40; disc++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      int width = 16 + random.nextInt(128);
      pen.fillOval(random.nextInt(320) - width / 2, random.nextInt(240) - width / 2, width, width);
    }
    pen.dispose();
    return png(image);
  }

  private static byte[] png(BufferedImage image) {
    var file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }

  /** Makes a bank that nobody else uses. */
  String newBank() {
    String name = "TEST_BANK_" + COUNT.incrementAndGet();
    HttpResponse<String> made = send("POST", "/c/banks", "{\"name\":\"" + name + "\"}");
    if (made.statusCode() != 201) {
      throw new AssertionError(made.body());
    }
    return name;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  JsonNode json(String path) {
    return json(get(path));
  }

  static JsonNode json(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  HttpResponse<String> send(String method, String path, @Nullable String json) {
    HttpRequest.Builder request = request(path);
    if (json == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(json));
    }
    return gate.send(request.build());
  }

  /** Sends a form as {@code name, bytes, name, bytes, …}. */
  HttpResponse<String> form(String path, Object... fields) {
    var body = new ByteArrayOutputStream();
    for (int field = 0; field < fields.length; field += 2) {
      boolean file = fields[field + 1] instanceof byte[];
      String head = "--b\r\nContent-Disposition: form-data; name=\"" + fields[field] + "\"";
      body.writeBytes(bytes(head + (file ? "; filename=\"a\"" : "") + "\r\n\r\n"));
      body.writeBytes(
          fields[field + 1] instanceof byte[] bytes ? bytes : bytes("" + fields[field + 1]));
      body.writeBytes(bytes("\r\n"));
    }
    body.writeBytes(bytes("--b--\r\n"));
    return gate.send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gate.address(path)).header("Authorization", "Bearer " + key);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
