package eu.gardefou.enforcement;

import eu.gardefou.fetch.Answer;
import eu.gardefou.fetch.FetchProblem;
import eu.gardefou.fetch.Sender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API of the DSA Transparency Database, as it was in June 2026: {@code /api/v1}, whose payload
 * is the schema of 1 July 2025. No redirect is followed: a 302 is an answer here. Safe for many
 * threads.
 */
final class TransparencyDatabase {
  /** So many at once, and no more. */
  static final int MOST = 100;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String base;
  private final String token;
  private final Sender sender;

  TransparencyDatabase(URI base, String token, Sender sender) {
    this.base = base.toString().replaceFirst("/+$", "");
    this.token = token;
    this.sender = sender;
  }

  /** Submits one. */
  Reply submit(JsonNode statement) {
    return asked("POST", "/api/v1/statement", statement, false);
  }

  /** Submits 1 to 100: all are stored, or none. */
  Reply submit(List<JsonNode> statements) {
    if (statements.isEmpty() || statements.size() > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " statements go at once");
    }
    ObjectNode body = JSON.createObjectNode();
    body.putArray("statements").addAll(statements);
    return asked("POST", "/api/v1/statements", body, true);
  }

  /** Whether a puid is in use: {@code Used} with it, {@code Used} of nothing, or another reply. */
  Reply used(String puid) {
    try {
      Answer answer = send("GET", "/api/v1/statement/existing-puid/" + puid, null);
      return switch (answer.status()) {
        case 302 -> new Reply.Used(Set.of(puid));
        case 404 -> new Reply.Used(Set.of());
        default -> other(answer);
      };
    } catch (FetchProblem nobody) {
      return new Reply.Later(null, nobody.sentence(), Duration.ZERO);
    }
  }

  private Reply asked(String method, String path, JsonNode body, boolean bulk) {
    try {
      Answer answer = send(method, path, body);
      return switch (answer.status()) {
        case 201 -> stored(answer, bulk);
        case 422 -> wrong(answer, bulk);
        default -> other(answer);
      };
    } catch (FetchProblem nobody) {
      return new Reply.Later(null, nobody.sentence(), Duration.ZERO);
    } catch (JacksonException | IllegalArgumentException odd) {
      return new Reply.Later(null, "The answer could not be read.", Duration.ZERO);
    }
  }

  private Answer send(String method, String path, @Nullable JsonNode body) {
    return sender.send(
        method,
        URI.create(base + path),
        Map.of("Authorization", "Bearer " + token, "Accept", "application/json"),
        body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Reply other(Answer answer) {
    return switch (answer.status()) {
      case 401, 403 -> new Reply.Barred(answer.status());
      default ->
          new Reply.Later(answer.status(), Deliveries.beginning(answer.body()), answer.after());
    };
  }

  private static Reply stored(Answer answer, boolean bulk) {
    JsonNode body = JSON.readTree(answer.body());
    List<UUID> uuids = new ArrayList<>();
    for (JsonNode one : bulk ? body.path("statements") : List.of(body)) {
      uuids.add(UUID.fromString(one.path("uuid").asString("")));
    }
    return new Reply.Stored(uuids);
  }

  private static Reply wrong(Answer answer, boolean bulk) {
    JsonNode body = JSON.readTree(answer.body());
    JsonNode errors = body.path("errors");
    Set<String> used = new HashSet<>();
    if (body.path("existing").path("puid").isString()) {
      used.add(body.path("existing").path("puid").asString());
    }
    for (JsonNode puid : errors.path("existing_puids")) {
      used.add(puid.asString(""));
    }
    if (!used.isEmpty()) {
      return new Reply.Used(used);
    }
    Map<Integer, String> reasons = new TreeMap<>();
    if (bulk) {
      errors.forEachEntry((name, fields) -> {
        if (name.matches("statement_\\d{1,2}")) {
          reasons.put(Integer.valueOf(name.substring("statement_".length())), fields.toString());
        }
      });
    } else {
      reasons.put(0, errors.toString());
    }
    return new Reply.Wrong(reasons, Deliveries.beginning(answer.body()));
  }
}
