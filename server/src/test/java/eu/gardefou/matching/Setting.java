package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.access.TestClock;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Banks on a real database, with a clock that goes when it is told to. */
final class Setting implements AutoCloseable {
  static final Caller CURATOR = new Caller("key:c0ffee");
  static final Provenance HOTLINE = new Provenance("hotline", "");
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final TestClock clock = new TestClock();
  final Banks banks = new Banks(database.sql(), clock);
  final SightingLog sightings = new SightingLog(database.sql(), clock);
  final LiveIndex index = new LiveIndex(database.sql(), Runnable::run);
  final Matching matching = new Matching(database.sql(), clock, index, sightings);
  final Opinions opinions = new Opinions(database.sql(), banks, clock);
  final Intake intake =
      new Intake(
          banks,
          new IntakeStore(database.sql()),
          clock,
          new DataSourceTransactionManager(database.app()));

  /** Makes a bank of a kind, named after it. */
  String bank(BankKind kind) {
    return banks.make(BankSettings.of("own-" + kind.word(), kind), CURATOR).name();
  }

  BankEntry add(String bank, PdqHash hash) {
    return banks.add(bank, hash, null, HOTLINE, CURATOR);
  }

  BankEntry add(String bank, Signal... signals) {
    return banks.add(bank, NewEntry.of(List.of(signals), HOTLINE), CURATOR);
  }

  /** The hash with as many bits flipped, always the same ones, beginning with one of them. */
  static PdqHash flipped(PdqHash hash, int from, int bits) {
    byte[] bytes = hash.toBytes();
    for (int k = from; k < from + bits; k++) {
      int bit = k * 37 % 256;
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    return PdqHash.fromBytes(bytes);
  }

  /** What was done, and by whom, in order. */
  List<@Nullable String> events() {
    return database
        .sql()
        .sql("SELECT what || ' by ' || by FROM matching.event ORDER BY id")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    database.close();
  }
}
