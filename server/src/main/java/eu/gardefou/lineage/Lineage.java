package eu.gardefou.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which requests follow which, by what their pictures look like, across callers and nodes.
 *
 * <p>What holds: a picture is found again within {@value Recent#RADIUS} of 256 bits, turned and
 * mirrored too, from the moment that its transaction is committed, on every node. What does not: a
 * heavy crop or edit made elsewhere begins a new chain. When the database does not answer, every
 * method throws. Safe for many threads; what is written joins the caller's transaction.
 */
public final class Lineage {
  private final PictureStore pictures;
  private final TurnStore turns;
  private final Recent recent;

  /** Works on a database in which the migrations of this package have run. */
  public Lineage(JdbcClient sql) {
    pictures = new PictureStore(sql);
    turns = new TurnStore(sql);
    recent = new Recent(pictures);
  }

  /** What pictures go back to. */
  public Descent trace(List<Looks> looks) {
    if (looks.stream().allMatch(Looks::isEmpty)) {
      return new Descent(looks.stream().map(Found::unknown).toList());
    }
    List<Set<Long>> near = recent.near(looks);
    Set<Long> hits = new HashSet<>();
    near.forEach(hits::addAll);
    Map<Long, Known> known = pictures.withOrigins(hits);
    List<Long> gone = hits.stream().filter(hit -> !known.containsKey(hit)).toList();
    if (!gone.isEmpty()) {
      recent.forget(gone);
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      found.add(Found.of(looks.get(i), near.get(i), known));
    }
    return new Descent(found);
  }

  /**
   * What else was asked of these pictures.
   *
   * @param turn the request, when it has begun; 0 before
   */
  public Tally tally(Descent descent, Asked asked, long turn) {
    return descent.chain().isEmpty() ? new Tally(0, 0, 0) : past(descent, asked).tally(turn);
  }

  /**
   * Whether a request may be tried.
   *
   * @param turn the request, when it has begun; 0 before
   */
  public Standing standing(Descent descent, Asked asked, long turn) {
    Past past = past(descent, asked);
    List<Long> ahead = past.ahead();
    if (!ahead.isEmpty()) {
      turns.bringBack(ahead);
    }
    return past.standing(turn);
  }

  private Past past(Descent descent, Asked asked) {
    List<PastTurn> before =
        descent.isLinked()
            ? turns.ofChain(descent.chain(), asked.exact())
            : turns.ofWords(asked.caller(), asked.exact());
    return new Past(descent, asked, before);
  }

  /**
   * Remembers a request and its pictures.
   *
   * @param hint how strongly its words speak of undressing
   * @param numbers what the models said of each picture
   * @return the turn
   */
  public Turn begin(
      UUID decision,
      Descent descent,
      Asked asked,
      double hint,
      List<List<Numbers>> numbers,
      Outcome outcome) {
    List<Long> inputs = new ArrayList<>();
    Set<Long> origins = new TreeSet<>();
    Set<Long> chain = new TreeSet<>(descent.chain());
    for (int i = 0; i < descent.pictures().size(); i++) {
      Found picture = descent.pictures().get(i);
      List<Long> firsts = Found.ids(picture.firsts());
      long id = remember(picture, firsts, numbers.get(i), picture.bared());
      inputs.add(id);
      if (id != 0) {
        origins.addAll(firsts.isEmpty() ? List.of(id) : firsts);
      }
    }
    chain.addAll(origins);
    pictures.seen(chain);
    long turn = turns.add(decision, asked, descent.isLinked(), inputs, hint, outcome);
    turns.join(turn, chain, outcome == Outcome.REFUSED || Tally.isHint(hint));
    return new Turn(turn, origins.stream().limit(Found.MOST).toList());
  }

  /** A picture's identifier: of the row that it has, or of a new one; 0 when it has no looks. */
  private long remember(Found picture, List<Long> origins, List<Numbers> numbers, double bared) {
    if (picture.looks().isEmpty()) {
      return 0;
    }
    Known same = picture.same();
    if (same != null) {
      pictures.seen(List.of(same.id()));
      return same.id();
    }
    return pictures.add(picture.looks(), origins, origins.isEmpty() ? numbers : List.of(), bared);
  }

  /**
   * Remembers that a request's pictures were delivered: they have its first ancestors.
   *
   * @param numbers what the models said of each picture
   * @param bared how much of the people of each became bare since its first ancestors, 0 to 1
   */
  public void release(
      Turn turn,
      UUID result,
      List<Looks> delivered,
      List<List<Numbers>> numbers,
      List<Double> bared) {
    Set<Long> begun = new TreeSet<>();
    List<Found> found = trace(delivered).pictures();
    for (int i = 0; i < delivered.size(); i++) {
      Found picture = found.get(i);
      List<Long> origins = turn.origins();
      if (origins.isEmpty()) {
        origins = Found.ids(picture.firsts());
      }
      Known same = picture.same();
      // A small step leaves a picture that looks the same: it is another one when it is barer.
      boolean known =
          same != null
              && same.beginnings().equals(origins)
              && Double.compare(same.bared(), bared.get(i)) == 0;
      long id =
          remember(
              known ? picture : Found.unknown(picture.looks()),
              origins,
              numbers.get(i),
              bared.get(i));
      if (id != 0 && turn.origins().isEmpty()) {
        begun.addAll(origins.isEmpty() ? List.of(id) : origins);
      }
    }
    turns.join(turn.id(), begun, false);
    turns.end(turn.id(), result, Outcome.RELEASED);
  }

  /** Remembers that a cleared request got no picture after all. */
  public void stop(Turn turn, UUID result, Outcome outcome) {
    turns.end(turn.id(), result, outcome);
  }

  /** The latest other decisions on pictures that go back to the same first ancestors. */
  public List<UUID> besides(UUID decision, int most) {
    return turns.besides(decision, most);
  }

  /**
   * Forgets everything that goes back to the same first ancestors as a decision's pictures.
   *
   * @return how many pictures that were
   */
  public int forget(UUID decision) {
    return turns.forget(decision);
  }

  /** How many hashes are in memory. */
  public int size() {
    return recent.size();
  }

  Recent recent() {
    return recent;
  }

  /** Reads ahead, so that no request waits for it. */
  void readAhead() {
    recent.refresh();
  }
}
