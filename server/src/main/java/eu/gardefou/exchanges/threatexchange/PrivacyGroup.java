package eu.gardefou.exchanges.threatexchange;

import eu.gardefou.exchanges.peer.Answer;
import eu.gardefou.exchanges.peer.Call;
import eu.gardefou.exchanges.peer.Checkpoint;
import eu.gardefou.exchanges.peer.Json;
import eu.gardefou.exchanges.peer.Page;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.PeerHttp;
import eu.gardefou.exchanges.peer.Source;
import eu.gardefou.exchanges.peer.View;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The updates of a privacy group, read from a time on. */
final class PrivacyGroup implements Source {
  /** Tombstones are kept for 90 days. */
  private static final Duration MEMORY = Duration.ofDays(85);

  private static final Duration CURSOR_LIFE = Duration.ofHours(1);
  private static final int LONGEST_QUERY = 4_000;
  private static final String FIELDS =
      "id,indicator,type,last_updated,should_delete,"
          + "descriptors{id,reactions,owner{id},tags,status}";

  /** Too many calls, by app, user, page or business; and a temporary trouble of theirs. */
  private static final Set<Long> PATIENCE = Set.of(2L, 4L, 17L, 32L, 613L);

  private static final long EXPIRED = 190;

  private final PeerHttp http;
  private final String token;
  private final long group;
  private final boolean sends;
  private final Clock clock;

  PrivacyGroup(PeerHttp http, String token, long group, boolean sends, Clock clock) {
    this.http = http;
    this.token = token;
    this.group = group;
    this.sends = sends;
    this.clock = clock;
  }

  @Override
  public boolean startsOver(Checkpoint checkpoint) {
    return !checkpoint.isAskedWithin(MEMORY, clock.instant());
  }

  @Override
  public Page next(@Nullable Checkpoint kept) throws InterruptedException {
    Checkpoint from = kept == null ? Checkpoint.empty() : kept;
    Instant now = clock.instant();
    long start = from.number("start", 0);
    boolean fresh = from.isAskedWithin(CURSOR_LIFE, now);
    String cursor = fresh ? from.text("query") : null;
    String query = cursor == null ? firstQuery(start) : cursor;
    ObjectNode answer = ask("/" + group + "/threat_updates?" + query);
    if (!answer.path("data").isArray()) {
      throw new PeerFailure(Kind.BROKEN, "ThreatExchange sent a page without data.");
    }
    Updates updates = new Updates(now).read(answer.path("data"));
    // Pages may come in any order: only when all were read is everything before known.
    long before = fresh ? from.number("high", start) : start;
    long high = Math.max(before, updates.latest());
    String next = next(answer);
    if (next != null && next.equals(cursor)) {
      throw new PeerFailure(Kind.BROKEN, "ThreatExchange sent the same page again and again.");
    }
    Checkpoint after =
        Checkpoint.empty()
            .with("start", next == null ? high : start)
            .with("high", next == null ? null : high)
            .with("query", next)
            .with("asked", now);
    long progress = after.number("start", 0);
    return new Page(
        updates.changes(),
        after,
        next == null,
        progress == 0 ? null : Instant.ofEpochSecond(progress),
        updates.skipped());
  }

  private static String firstQuery(long start) {
    String query = "fields=" + encoded(FIELDS) + "&limit=500";
    return start == 0 ? query : query + "&start_time=" + start;
  }

  /** The token is added when asking, and taken out of what they say to ask next. */
  private ObjectNode ask(String path) throws InterruptedException {
    Answer answer = http.send(Call.get(path + "&access_token=" + encoded(token)));
    check(answer);
    return Json.object(ThreatExchange.TITLE, answer.body());
  }

  /** An expired token is a bad request here, told apart by its code. */
  private static void check(Answer answer) {
    if (answer.status() == 200) {
      return;
    }
    long code = Json.number(error(answer), "code", 0);
    if (code == EXPIRED) {
      throw new PeerFailure(
          Kind.REFUSED,
          "ThreatExchange does not accept the access token: it may have expired. Set a new one;"
              + " what is known stays in force meanwhile.");
    }
    if (PATIENCE.contains(code)) {
      throw new PeerFailure(Kind.BUSY, "ThreatExchange asks for patience (code " + code + ").");
    }
    throw new PeerFailure(
        Kind.UNREACHABLE,
        "ThreatExchange answered with status " + answer.status() + " and code " + code + ".");
  }

  private static JsonNode error(Answer answer) {
    try {
      return Json.object(ThreatExchange.TITLE, answer.body()).path("error");
    } catch (PeerFailure e) {
      return Json.MAPPER.createObjectNode();
    }
  }

  private @Nullable String next(ObjectNode answer) {
    String next = Json.text(answer.path("paging"), "next");
    if (next == null || next.isEmpty()) {
      return null;
    }
    try {
      URI address = URI.create(next);
      String query = address.getRawQuery();
      if (query != null && query.length() <= LONGEST_QUERY && http.leadsHere(address)) {
        return Arrays.stream(query.split("&"))
            .filter(part -> !part.startsWith("access_token="))
            .collect(Collectors.joining("&"));
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      // Told below.
    }
    throw new PeerFailure(Kind.BROKEN, "ThreatExchange sent a page whose address leads elsewhere.");
  }

  @Override
  public boolean hearsOpinions() {
    return sends;
  }

  /** A reaction belongs to a descriptor, so every member's own one of the entry gets it. */
  @Override
  public @Nullable String tell(View view) throws InterruptedException {
    String body = "reactions=" + (view.confirms() ? "HELPFUL" : "DISAGREE_WITH_TAGS");
    String refused = "ThreatExchange named no descriptor of this entry.";
    for (String descriptor : view.handle().split(",", -1)) {
      if (descriptor.matches("\\d{1,20}")) {
        String path = "/" + descriptor + "?access_token=" + encoded(token);
        Answer answer =
            http.send(Call.send("POST", path, "application/x-www-form-urlencoded", body));
        if (answer.status() == 200) {
          refused = "";
        } else {
          long code = Json.number(error(answer), "code", 0);
          if (code == EXPIRED || PATIENCE.contains(code)) {
            check(answer);
          }
          return "ThreatExchange did not take the reaction (code " + code + ").";
        }
      }
    }
    return refused.isEmpty() ? null : refused;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
