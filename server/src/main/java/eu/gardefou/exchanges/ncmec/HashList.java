package eu.gardefou.exchanges.ncmec;

import eu.gardefou.exchanges.peer.Answer;
import eu.gardefou.exchanges.peer.Call;
import eu.gardefou.exchanges.peer.Checkpoint;
import eu.gardefou.exchanges.peer.Page;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.PeerHttp;
import eu.gardefou.exchanges.peer.Source;
import eu.gardefou.exchanges.peer.View;
import eu.gardefou.exchanges.peer.Xml;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of NCMEC's lists, read in windows of time. */
final class HashList implements Source {
  private static final String ENTRIES = "/v2/entries?";
  private static final int LONGEST_ADDRESS = 2_000;
  private static final Pattern NUMBER = Pattern.compile("[?&](start|max)=(\\d{1,18})(?=&|$)");

  private final PeerHttp http;
  private final String authorization;
  private final Set<Long> members;
  private final boolean sends;
  private final Clock clock;
  private final Feedback feedback;

  HashList(PeerHttp http, String authorization, Set<Long> members, boolean sends, Clock clock) {
    this.http = http;
    this.authorization = authorization;
    this.members = members;
    this.sends = sends;
    this.clock = clock;
    this.feedback = new Feedback(http, authorization);
  }

  /** Deletions stay on the list for good. */
  @Override
  public boolean startsOver(Checkpoint checkpoint) {
    return false;
  }

  @Override
  public Page next(@Nullable Checkpoint from) throws InterruptedException {
    Instant now = clock.instant();
    Window window = Window.of(from).open(now);
    Answer answer = http.ask(Call.get(window.path()).with("Authorization", authorization));
    Xml result = Xml.read(Ncmec.TITLE, answer.body());
    if (!result.name().equals("queryResult")) {
      throw broken("something else than a page of entries");
    }
    Entries entries = new Entries(members, now).read(result);
    String next = result.child("paging").map(paging -> paging.textOf("next")).orElse("");
    Window after = after(window, entries.count(), next, theirs(answer, now));
    boolean complete = next.isEmpty() && window.reachesNow();
    return new Page(entries.changes(), after.kept(), complete, after.from(), entries.skipped());
  }

  private static Window after(Window window, int count, String escaped, Instant theirs) {
    if (escaped.isEmpty()) {
      return window.closed(count, theirs);
    }
    String next = escaped.replace("&amp;", "&");
    if (!next.startsWith(ENTRIES)
        || next.length() > LONGEST_ADDRESS
        || !next.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\')) {
      throw broken("a page whose address is not within the list");
    }
    if (next.equals(window.next())) {
      throw broken("the same page again and again");
    }
    if (window.tooMuch(estimate(next, count))) {
      return window.shorter();
    }
    return window.after(next, count);
  }

  private static long estimate(String next, int count) {
    long start = 0;
    long max = 0;
    Matcher numbers = NUMBER.matcher(next);
    while (numbers.find()) {
      long number = Long.parseLong(numbers.group(2));
      if (numbers.group(1).equals("max")) {
        max = number;
      } else {
        start = number;
      }
    }
    return max - start + count;
  }

  private static Instant theirs(Answer answer, Instant now) {
    Instant sent = answer.sent();
    return sent == null ? now : sent;
  }

  private static PeerFailure broken(String what) {
    return new PeerFailure(Kind.BROKEN, Ncmec.TITLE + " sent " + what + ".");
  }

  @Override
  public boolean hearsOpinions() {
    return sends;
  }

  @Override
  public @Nullable String tell(View view) throws InterruptedException {
    return feedback.send(view);
  }

  @Override
  public void close() {
    http.close();
  }
}
