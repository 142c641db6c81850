package eu.gardefou.exchanges.stopncii;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** StopNCII's list, read from a time on. */
final class Cases implements Source {
  /** Later the list may have forgotten what was withdrawn. */
  private static final Duration MEMORY = Duration.ofDays(30);

  /** Page tokens do not last. */
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private static final long BEGINNING = 10;
  private static final int PAGE = 800;
  private static final int LONGEST_TOKEN = 4_000;

  private final PeerHttp http;
  private final String subscription;
  private final String fetchKey;
  private final @Nullable String feedbackKey;
  private final Clock clock;

  Cases(
      PeerHttp http,
      String subscription,
      String fetchKey,
      @Nullable String feedbackKey,
      Clock clock) {
    this.http = http;
    this.subscription = subscription;
    this.fetchKey = fetchKey;
    this.feedbackKey = feedbackKey;
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
    long start = from.number("start", BEGINNING);
    boolean fresh = from.isAskedWithin(TOKEN_LIFE, now);
    String token = fresh ? from.text("token") : null;
    ObjectNode answer = Json.object(StopNcii.TITLE, http.ask(call(start, token)).body());
    if (!answer.path("hashRecords").isArray()) {
      throw new PeerFailure(Kind.BROKEN, "StopNCII sent a page without records.");
    }
    Records records = new Records(now).read(answer.path("hashRecords"));
    boolean more = answer.path("hasMoreRecords").asBoolean(false);
    String next = Json.text(answer, "nextPageToken");
    if (more && (next == null || next.isEmpty() || next.length() > LONGEST_TOKEN)) {
      throw new PeerFailure(Kind.BROKEN, "StopNCII announced more records, and not where.");
    }
    if (more && Objects.equals(next, token)) {
      throw new PeerFailure(Kind.BROKEN, "StopNCII sent the same page again and again.");
    }
    Checkpoint after =
        Checkpoint.empty()
            .with("start", more ? start : Math.max(start, reached(answer, start, now)))
            .with("token", more ? next : null)
            .with("asked", now);
    Instant progress = start <= BEGINNING && more ? null : Instant.ofEpochSecond(start);
    return new Page(
        records.changes(),
        after,
        !more,
        more ? progress : Instant.ofEpochSecond(after.number("start", start)),
        records.skipped());
  }

  /** Not after now: a number from nowhere would leave out everything before it. */
  private static long reached(ObjectNode answer, long start, Instant now) {
    long reached = Json.number(answer, "nextSetTimestamp", start);
    return Math.min(reached, now.getEpochSecond());
  }

  private Call call(long start, @Nullable String token) {
    String path = "/FetchHashes?startTimestamp=" + start + "&pageSize=" + PAGE;
    if (token != null) {
      path += "&nextPageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
    return keyed(Call.get(path), fetchKey);
  }

  private Call keyed(Call call, String key) {
    return call.with("x-functions-key", key).with("Ocp-Apim-Subscription-Key", subscription);
  }

  @Override
  public boolean hearsOpinions() {
    return feedbackKey != null;
  }

  @Override
  public @Nullable String tell(View view) throws InterruptedException {
    if (feedbackKey == null || view.signals().isEmpty()) {
      return "StopNCII takes no opinion without a key for it.";
    }
    String hash = view.handle().isEmpty() ? view.signals().getFirst().value() : view.handle();
    Map<String, Object> opinion =
        Map.of(
            "hashValue",
            hash,
            "tags",
            List.of(),
            "feedbackValue",
            view.confirms() ? "Blocked" : "NotBlocked");
    String body =
        Json.MAPPER.writeValueAsString(Map.of("count", 1, "hashFeedbacks", List.of(opinion)));
    Call call = Call.send("POST", "/SubmitFeedback", "application/json", body);
    Answer answer = http.send(keyed(call, feedbackKey));
    return answer.status() < 300
        ? null
        : "StopNCII did not take the opinion (status " + answer.status() + ").";
  }

  @Override
  public void close() {
    http.close();
  }
}
