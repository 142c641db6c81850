package eu.gardefou.enforcement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Transparency Database's API on loopback, as the specification describes it. */
final class TransparencyStub implements AutoCloseable {
  static final String TOKEN = "7|abcdef0123456789";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NOT_UNIQUE =
      "The identifier given is not unique within this platform.";
  private static final String NOT_ALL_UNIQUE =
      "The platform identifier(s) are not all unique within this call.";

  /** By puid. */
  final Map<String, ObjectNode> stored = new ConcurrentHashMap<>();

  /** Methods and paths that were asked for. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** Answers so, whatever is asked; 0 for what is right. */
  volatile int failing;

  /** The same, when it is asked whether a puid is in use. */
  volatile int failingPuids;

  /** Stores, and then breaks the connection instead of saying so. */
  volatile boolean losing;

  /** Puids that a call of somebody else holds just now. */
  final Set<String> locked = ConcurrentHashMap.newKeySet();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TransparencyStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/v1/statement/existing-puid/", exchange -> on(exchange, this::used));
    server.createContext("/api/v1/statements", exchange -> on(exchange, this::bulk));
    server.createContext("/api/v1/statement", exchange -> on(exchange, this::single));
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  ObjectNode stored(Puid puid) {
    return Objects.requireNonNull(stored.get(puid.value()), "it was not stored");
  }

  private record Said(int status, JsonNode body) {}

  @FunctionalInterface
  private interface Answering {
    Said to(HttpExchange exchange) throws IOException;
  }

  private void on(HttpExchange exchange, Answering answering) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    try (exchange) {
      Said said = said(exchange, answering);
      if (losing) {
        return;
      }
      boolean plain = said.status() == 429;
      String text =
          plain ? "Limit Reached. Please do not overload the API" : said.body().toString();
      if (said.status() == 302) {
        exchange.getResponseHeaders().set("Location", "/api/v1/statement/never");
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", plain ? "text/plain" : "application/json");
      exchange.sendResponseHeaders(said.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Said said(HttpExchange exchange, Answering answering) throws IOException {
    if (failing != 0) {
      return new Said(failing, message("Service trouble."));
    }
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !"application/json".equals(exchange.getRequestHeaders().getFirst("Accept"))) {
      return new Said(401, message("Unauthenticated."));
    }
    return answering.to(exchange);
  }

  private Said used(HttpExchange exchange) {
    if (failingPuids != 0) {
      return new Said(failingPuids, message("Service trouble."));
    }
    String path = exchange.getRequestURI().getPath();
    String puid = path.substring(path.lastIndexOf('/') + 1);
    return stored.containsKey(puid)
        ? new Said(302, message("statement of reason found").put("puid", puid))
        : new Said(404, message("statement of reason not found").put("puid", puid));
  }

  private Said single(HttpExchange exchange) throws IOException {
    StatementRules rules = new StatementRules(JSON.readTree(exchange.getRequestBody()));
    Map<String, List<String>> errors = rules.errors();
    if (!errors.isEmpty()) {
      return invalid(errors);
    }
    ObjectNode statement = rules.kept();
    String puid = statement.path("puid").asString();
    if (locked.contains(puid) || stored.containsKey(puid)) {
      ObjectNode body = message(NOT_UNIQUE);
      body.putObject("errors").putArray("puid").add(NOT_UNIQUE);
      body.putObject("existing").put("puid", puid);
      return new Said(422, body);
    }
    List<JsonNode> additions = new ArrayList<>();
    statement.path("category_addition").forEach(additions::add);
    if (additions.remove(statement.path("category"))) {
      statement.putArray("category_addition").addAll(additions);
    }
    return new Said(201, keep(statement).put("id", stored.size()));
  }

  private Said bulk(HttpExchange exchange) throws IOException {
    JsonNode statements = JSON.readTree(exchange.getRequestBody()).path("statements");
    if (!statements.isArray() || statements.isEmpty() || statements.size() > 100) {
      return invalid(
          Map.of("statements", List.of("The statements field must have between 1 and 100 items.")));
    }
    ObjectNode errors = JSON.createObjectNode();
    List<ObjectNode> kept = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      StatementRules rules = new StatementRules(statements.get(i));
      Map<String, List<String>> wrong = rules.errors();
      if (!wrong.isEmpty()) {
        errors.set("statement_" + i, JSON.valueToTree(wrong));
      }
      kept.add(rules.kept());
    }
    if (!errors.isEmpty()) {
      return new Said(422, JSON.createObjectNode().set("errors", errors));
    }
    Set<String> existing = existing(kept);
    if (!existing.isEmpty()) {
      ObjectNode body = message(NOT_ALL_UNIQUE);
      ObjectNode fields = body.putObject("errors");
      fields.putArray("puid").add(NOT_ALL_UNIQUE);
      existing.forEach(fields.putArray("existing_puids")::add);
      return new Said(422, body);
    }
    ObjectNode body = JSON.createObjectNode();
    var all = body.putArray("statements");
    kept.forEach(statement -> all.add(keep(statement)));
    return new Said(201, body);
  }

  private Set<String> existing(List<ObjectNode> statements) {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> existing = new LinkedHashSet<>();
    for (ObjectNode statement : statements) {
      String puid = statement.path("puid").asString();
      if (!seen.add(puid) || stored.containsKey(puid) || locked.contains(puid)) {
        existing.add(puid);
      }
    }
    return existing;
  }

  private ObjectNode keep(ObjectNode statement) {
    statement.put("uuid", UUID.randomUUID().toString());
    statement.put("created_at", "2026-11-22 10:00:00");
    statement.put("platform_name", "Forum");
    stored.put(statement.path("puid").asString(), statement);
    return statement.deepCopy();
  }

  private static ObjectNode message(String text) {
    return JSON.createObjectNode().put("message", text);
  }

  private static Said invalid(Map<String, List<String>> errors) {
    String first = errors.values().iterator().next().getFirst();
    ObjectNode body =
        message(errors.size() == 1 ? first : first + " (and " + (errors.size() - 1) + " more)");
    body.set("errors", JSON.valueToTree(new LinkedHashMap<>(errors)));
    return new Said(422, body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
