package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.media.Picture;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Banks that take everything, to show what the real ones do not take. */
public final class UnguardedBanks {
  private final JdbcClient sql;
  private final Clock clock = Clock.systemUTC();

  public UnguardedBanks(JdbcClient sql) {
    this.sql = sql;
  }

  /** Adds a picture as {@link Banks#add} does, without asking whether its hash tells anything. */
  public BankEntry add(String bank, Picture picture, Provenance provenance, Caller by) {
    Banks banks = new Banks(sql, clock);
    PdqFingerprint known = Query.mostTelling(picture);
    List<Signal> signals = List.of(Signal.of(known.hash()));
    NewEntry entry = new NewEntry(signals, known.quality(), provenance, null, Metadata.NONE);
    long number =
        new EntryStore(sql, clock)
            .insert(
                banks.find(bank).id(),
                new EntryIds(clock).next(),
                entry,
                known.hash(),
                clock.instant(),
                by.id());
    return banks.entry(bank, number);
  }
}
