package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.BankProblem.Cause;
import eu.gardefou.media.Picture;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The banks as curators see them: made, changed and closed, and their entries added, set aside and
 * withdrawn. Whatever is done here acts on every look-up that begins afterwards, on every node, and
 * stays on record with its time and caller. When the database does not answer, every method throws.
 * Safe for many threads.
 */
public final class Banks {
  private final BankStore banks;
  private final EntryStore entries;
  private final EntryIds ids;
  private final Clock clock;

  /** Works on a database in which the migrations of this package have run. */
  public Banks(JdbcClient sql, Clock clock) {
    this.banks = new BankStore(sql);
    this.entries = new EntryStore(sql, clock);
    this.ids = new EntryIds(clock);
    this.clock = clock;
  }

  /** All banks that are open, oldest first. */
  public List<Bank> list() {
    return banks.all();
  }

  /**
   * A bank.
   *
   * @throws BankProblem when there is none of this name
   */
  public Bank find(String name) {
    return banks.known(name);
  }

  /**
   * Makes a bank.
   *
   * @throws BankProblem when there is one of this name
   */
  public Bank make(BankSettings settings, Caller by) {
    banks.insert(settings, clock.instant(), by.id());
    return find(settings.name());
  }

  /**
   * Changes what is said of a bank. One that is always there keeps its name and kind.
   *
   * @throws BankProblem when there is no such bank, or its new name is another one's
   */
  public Bank change(String name, UnaryOperator<BankSettings> change, Caller by) {
    return change(name, null, change, by);
  }

  /**
   * The same, unless the bank is no longer as it was read: then nothing is changed.
   *
   * @param version of the bank as it was read; null: whatever it is now
   * @throws BankProblem when there is no such bank, its new name is another one's, or somebody else
   *     has changed it
   */
  public Bank change(
      String name, @Nullable String version, UnaryOperator<BankSettings> change, Caller by) {
    return banks.change(name, version, change, clock.instant(), by.id());
  }

  /**
   * Closes a bank: none of its entries matches any more. Its name is free again.
   *
   * @throws BankProblem when there is no such bank, or it is always there
   */
  public void close(String name, Caller by) {
    Bank bank = find(name);
    if (bank.builtIn()) {
      throw new BankProblem(Cause.BUILT_IN, "This bank is always there and cannot be closed.");
    }
    banks.close(bank.id(), clock.instant(), by.id());
  }

  /** The first page of a bank's entries. */
  public EntryPage entries(String bank) {
    return entries(bank, null);
  }

  /**
   * A bank's entries, latest first. What is added meanwhile is on no later page; nothing is on two.
   *
   * @param from where the page begins, as the page before says; null for the first one
   * @throws BankProblem when there is no such bank, or no page ever said so
   */
  public EntryPage entries(String bank, @Nullable String from) {
    Bank found = find(bank);
    Place place = Place.of(from, new Place(0, 0, Long.MAX_VALUE));
    long total = found.active() + found.withdrawn();
    return EntryPage.of(
        entries.before(found.id(), place.number(), EntryPage.SIZE + 1), place, _ -> 0, total);
  }

  /**
   * One entry of a bank, withdrawn or not.
   *
   * @throws BankProblem when there is no such entry in the bank
   */
  public BankEntry entry(String bank, UUID entry) {
    return entries.find(find(bank).id(), entry).orElseThrow(Banks::unknownEntry);
  }

  /**
   * One entry of a bank by its number, withdrawn or not.
   *
   * @throws BankProblem when there is no such entry in the bank
   */
  public BankEntry entry(String bank, long number) {
    return entries.find(find(bank).id(), number).orElseThrow(Banks::unknownEntry);
  }

  /**
   * Entries of all banks that wait for a curator, those first that have waited longest.
   *
   * @param from where the page begins, as the page before says; null for the first one
   * @throws BankProblem when no page ever said so
   */
  public EntryPage quarantined(@Nullable String from) {
    Place place = Place.of(from, new Place(0, 0, 0));
    List<BankEntry> found = entries.quarantinedAfter(place, EntryPage.SIZE + 1);
    return EntryPage.of(found, place, Moments::waitingSince, entries.countQuarantined());
  }

  /** How many entries of all banks wait for a curator. */
  public long countQuarantined() {
    return entries.countQuarantined();
  }

  /**
   * Adds a picture by its hash; the picture is not kept. Of an animation the first frame counts.
   *
   * @throws BankProblem when there is no such bank, or the picture has too little detail to be told
   *     apart by its hash
   */
  public BankEntry add(String bank, Picture picture, Provenance provenance, Caller by) {
    PdqFingerprint fingerprint = Query.mostTelling(picture);
    return add(bank, fingerprint.hash(), fingerprint.quality(), provenance, by);
  }

  /**
   * Adds a hash that somebody else computed.
   *
   * @param quality its PDQ quality, 0 to 100; null when it is not known
   * @throws BankProblem when there is no such bank, the quality is too low, or the hash is that of
   *     an empty picture
   */
  public BankEntry add(
      String bank, PdqHash hash, @Nullable Integer quality, Provenance provenance, Caller by) {
    List<Signal> signals = List.of(Signal.of(hash));
    return add(bank, new NewEntry(signals, quality, provenance, null, Metadata.NONE), by);
  }

  /**
   * Adds what somebody else computed.
   *
   * @throws BankProblem when there is no such bank, or its PDQ hash tells nothing
   */
  public BankEntry add(String bank, NewEntry entry, Caller by) {
    Bank to = find(bank);
    entry
        .weakness()
        .ifPresent(sentence -> {
          throw new BankProblem(Cause.TOO_WEAK, sentence);
        });
    long number =
        entries.insert(to.id(), ids.next(), entry, entry.pdq().orElse(null), now(), by.id());
    return entry(bank, number);
  }

  /**
   * Withdraws an entry: it no longer acts, and stays on record. An entry that was withdrawn before
   * keeps the time and name of the first withdrawal.
   *
   * @return the entry as it is now
   * @throws BankProblem when there is no such entry in the bank
   */
  public BankEntry withdraw(String bank, UUID entry, Caller by) {
    return withdraw(bank, entry(bank, entry).number(), by);
  }

  /** The same, by its number. */
  public BankEntry withdraw(String bank, long number, Caller by) {
    entries.withdraw(entry(bank, number).number(), now(), by.id());
    return entry(bank, number);
  }

  /**
   * Sets an entry aside for a time, or ends that.
   *
   * @param until null: from now on it matches; {@link Instant#MAX}: until further notice
   * @return the entry as it is now
   * @throws BankProblem when there is no such entry in the bank
   */
  public BankEntry rest(String bank, long number, @Nullable Instant until, Caller by) {
    Moments.check(until);
    entries.rest(entry(bank, number).number(), until, now(), by.id());
    return entry(bank, number);
  }

  /**
   * Replaces the free text for curators.
   *
   * @return the entry as it is now
   * @throws BankProblem when there is no such entry in the bank, or the text is too long
   */
  public BankEntry note(String bank, long number, String note, Caller by) {
    BankEntry entry = entry(bank, number);
    String checked = new Provenance(entry.source(), note).note();
    entries.note(entry.number(), checked, now(), by.id());
    return entry(bank, number);
  }

  /**
   * Lets an entry match again that was found in a flood of unlike pictures.
   *
   * @return the entry as it is now
   * @throws BankProblem when there is no such entry in the bank
   */
  public BankEntry release(String bank, long number, Caller by) {
    entries.release(entry(bank, number).number(), now(), by.id());
    return entry(bank, number);
  }

  /** The database keeps no more than microseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static BankProblem unknownEntry() {
    return new BankProblem(Cause.UNKNOWN, "There is no such entry in this bank.");
  }
}
