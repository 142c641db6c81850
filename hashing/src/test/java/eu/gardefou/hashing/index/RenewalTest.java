package eu.gardefou.hashing.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  @ParameterizedTest
  @EnumSource
  void everyMixtureOfOldAndNewTablesGivesTheSame(Bank made) {
    List<PdqHash> all = new ArrayList<>(made.hashes(hashes));
    all.add(hashes.any());
    for (int i = 0; i < all.size(); i++) {
      rows.add(2L * i, all.get(i));
      bank.put(2L * i, all.get(i));
    }
    Snapshot snapshot = Snapshot.of(rows.toSlots(PROBING), PROBING);
    // Ids come between, so that no slot stays what it was.
    change(sealed, all, 300);
    Slots next = Rows.of(new View(snapshot, sealed.now(), ChangeLog.NONE.now())).toSlots(PROBING);
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
