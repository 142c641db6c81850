package eu.gardefou.hashing.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Between the first new table and the last one, no answer differs. */
class RenewalTest {
  /** Probes the tables whatever it costs. */
  private static final Tuning PROBING = new Tuning(0, Integer.MAX_VALUE, 1);

  private final Hashes hashes = new Hashes(11);
  private final Map<Long, PdqHash> bank = new TreeMap<>();
  private final Rows rows = new Rows(0);
  private final ChangeLog sealed = new ChangeLog();
  private final ChangeLog open = new ChangeLog();
  private long nextId = 100_001;
  private int crowdBefore;
  private int crowdAfter;

  @ParameterizedTest
  @EnumSource
  void everyMixtureOfOldAndNewTablesGivesTheSame(Bank made) {
    List<PdqHash> all = new ArrayList<>(made.hashes(hashes));
    all.add(hashes.any());
    // Ids come between, so that no slot stays what it was.
    checkEveryMixture(all, () -> change(sealed, all, 300));
  }

  /** Members were in the tables; in the next slots they are in a crowd. */
  @Test
  void aCrowdMayForm() {
    List<PdqHash> all = crowdOf(8);
    checkEveryMixture(
        all, () -> hashes.family(Hashes.ONES, 200, 30).forEach(hash -> put(nextId++, hash)));
    assertThat(crowdBefore).isZero();
    assertThat(crowdAfter).isGreaterThan(150);
  }

  /** Members were in a crowd; in the next slots those that are left are in the tables. */
  @Test
  void aCrowdMayDissolve() {
    List<PdqHash> all = crowdOf(200);
    checkEveryMixture(all, () -> LongStream.range(8, 200).map(i -> 2 * i).forEach(this::remove));
    assertThat(crowdBefore).isGreaterThan(150);
    assertThat(crowdAfter).isZero();
  }

  /** Two centres beside each other, of which each snapshot has one: many hashes are near both. */
  @Test
  void aCrowdMayMove() {
    List<PdqHash> all = crowdOf(200);
    PdqHash beside = hashes.off(Hashes.ONES, 50);
    checkEveryMixture(
        all,
        () -> {
          LongStream.range(20, 200).map(i -> 2 * i).forEach(this::remove);
          hashes.family(beside, 400, 30).forEach(hash -> put(nextId++, hash));
        });
    assertThat(crowdBefore).isGreaterThan(150);
    assertThat(crowdAfter).isGreaterThan(250);
  }

  /** So many around one centre, and others that have nothing in common. */
  private List<PdqHash> crowdOf(int members) {
    List<PdqHash> all = new ArrayList<>(hashes.family(Hashes.ONES, members, 30));
    all.addAll(hashes.many(200));
    return all;
  }

  private void checkEveryMixture(List<PdqHash> all, Runnable changes) {
    for (int i = 0; i < all.size(); i++) {
      rows.add(2L * i, all.get(i));
      bank.put(2L * i, all.get(i));
    }
    Snapshot snapshot = Snapshot.of(rows.toSlots(PROBING), PROBING);
    changes.run();
    Slots next = Rows.of(new View(snapshot, sealed.now(), ChangeLog.NONE.now())).toSlots(PROBING);
    crowdBefore = snapshot.slots().crowds().members();
    crowdAfter = next.crowds().members();
    change(open, all, 100);
    check(snapshot, all);
    TableFiller filler = new TableFiller(next);
    for (int band = 0; band < Bands.COUNT; band++) {
      snapshot = snapshot.with(band, filler.next(), next);
      check(snapshot, all);
    }
    snapshot = snapshot.over(next);
    check(snapshot, all);
    assertThat(answers(new View(snapshot, ChangeLog.NONE.now(), open.now()), all))
        .isEqualTo(expected(all));
  }

  private void put(long id, PdqHash hash) {
    sealed.put(id, hash);
    bank.put(id, hash);
  }

  private void remove(long id) {
    sealed.remove(id);
    bank.remove(id);
  }

  /** Puts, replaces, removes: members and representatives of equal hashes among them. */
  private void change(ChangeLog log, List<PdqHash> all, int times) {
    for (int i = 0; i < times; i++) {
      long id = hashes.below(2 * all.size());
      if (hashes.below(3) == 0) {
        log.remove(id);
        bank.remove(id);
      } else {
        PdqHash hash = hashes.off(all.get(hashes.below(all.size())), hashes.below(20));
        log.put(id, hash);
        bank.put(id, hash);
      }
    }
  }

  private void check(Snapshot snapshot, List<PdqHash> all) {
    View view = new View(snapshot, sealed.now(), open.now());
    assertThat(answers(view, all)).isEqualTo(expected(all));
  }

  private List<Neighbours> answers(View view, List<PdqHash> all) {
    return view.search(queries(all), 31, Integer.MAX_VALUE).stream().map(Query::answer).toList();
  }

  private List<Neighbours> expected(List<PdqHash> all) {
    return queries(all).stream()
        .map(query -> BruteForce.search(bank, query, 31, Integer.MAX_VALUE))
        .toList();
  }

  /** The same ones each time. */
  private static List<PdqHash> queries(List<PdqHash> all) {
    Hashes others = new Hashes(12);
    List<PdqHash> queries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      queries.add(others.off(all.get(others.below(all.size())), others.below(30)));
    }
    return queries;
  }
}
