package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Bank.PROTECTED_PEOPLE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that begins with what was saved knows the same as one that reads everything. */
final class SavedBanksTest {
  private static final Caller CURATOR = new Caller("key:c0ffee");
  private static final Provenance HOTLINE = new Provenance("hotline", "");

  @TempDir private Path data;

  private final Random random = new Random(7);
  private final TestDatabase database = TestDatabase.fresh();
  private final LiveIndex index = new LiveIndex(database.sql(), Runnable::run);
  private final Matching matching = matching(index);
  private final Banks banks = new Banks(database.sql(), Clock.systemUTC());
  private PdqHash first;
  private BankEntry withdrawnLater;
  private IndexFolder folder;

  @BeforeEach
  void save() throws IOException {
    folder = new IndexFolder(data.resolve("banks"), Runnable::run);
    first = any();
    banks.add(KNOWN_ABUSE, first, null, HOTLINE, CURATOR);
    withdrawnLater = banks.add(PROTECTED_PEOPLE, any(), null, HOTLINE, CURATOR);
    banks.add(KNOWN_ABUSE, any(), null, HOTLINE, CURATOR);
    index.current();
    folder.save(index);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void whatWasSavedIsKnownWithoutReadingItAgain() {
    LiveIndex later = begun();
    assertThat(later.known().size()).isEqualTo(3);
    Object loaded = later.known().hashes().get(1);
    assertThat(later.current().hashes().get(1)).isSameAs(loaded);
    assertThat(matching(later).lookUp(first)).extracting(BankMatch::distance).containsExactly(0);
  }

  @Test
  void whatChangedSinceIsRead() {
    PdqHash added = any();
    banks.add(KNOWN_ABUSE, added, null, HOTLINE, CURATOR);
    banks.withdraw(PROTECTED_PEOPLE, withdrawnLater.id(), CURATOR);
    Matching later = matching(begun());
    assertThat(later.lookUp(added)).hasSize(1);
    assertThat(later.lookUp(withdrawnLater.mainSignal().pdq())).isEmpty();
    assertThat(later.lookUp(first)).hasSize(1);
  }

  @Test
  void filesOfAnotherDatabaseAreNotUsed() {
    try (TestDatabase another = TestDatabase.fresh()) {
      LiveIndex later = new LiveIndex(another.sql(), Runnable::run);
      later.beginWith(folder.load().orElseThrow());
      assertThat(later.current().size()).isZero();
      assertThat(later.current().setAside()).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsReadFromTheDatabaseInstead() throws IOException {
    Path file = data.resolve("banks/saved/1.pdq");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(folder.load()).isEmpty();
    assertThat(matching(new LiveIndex(database.sql(), Runnable::run)).lookUp(first)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.pdq", "2.pdq", "banks.properties"})
  void aMissingFileIsNotAnEmptyBank(String file) throws IOException {
    Files.delete(data.resolve("banks/saved").resolve(file));
    assertThat(folder.load()).isEmpty();
  }

  @Test
  void aBankOfAnotherSaveIsNotTaken() throws IOException {
    Path file = data.resolve("banks/saved/1.pdq");
    byte[] older = Files.readAllBytes(file);
    banks.add(KNOWN_ABUSE, any(), null, HOTLINE, CURATOR);
    index.current();
    folder.save(index);
    Files.write(file, older);
    assertThat(folder.load()).isEmpty();
  }

  @Test
  void theLatestEntryMayHaveBeenWithdrawnSince() throws IOException {
    BankEntry latest = banks.add(KNOWN_ABUSE, any(), null, HOTLINE, CURATOR);
    index.current();
    folder.save(index);
    banks.withdraw(KNOWN_ABUSE, latest.id(), CURATOR);
    LiveIndex later = begun();
    Object loaded = later.known().hashes().get(1);
    assertThat(later.current().hashes().get(1)).isSameAs(loaded);
    assertThat(matching(later).lookUp(latest.mainSignal().pdq())).isEmpty();
  }

  @Test
  void aDatabaseThatWasRestoredAndGrewAgainIsReadAnew() {
    JdbcClient owner = JdbcClient.create(database.owner());
    PdqHash lost = any();
    banks.add(KNOWN_ABUSE, lost, null, HOTLINE, CURATOR);
    assertThat(matching.lookUp(lost)).hasSize(1);

    owner.sql("ALTER TABLE matching.entry DISABLE TRIGGER USER").update();
    owner
        .sql("DELETE FROM matching.entry e USING matching.revision r WHERE changed = r.number")
        .update();
    owner
        .sql(
            """
            UPDATE matching.revision r SET number = p.number, token = p.token
            FROM matching.passed p WHERE p.number = r.number - 1
            """)
        .update();
    owner
        .sql("DELETE FROM matching.passed p USING matching.revision r WHERE p.number > r.number")
        .update();
    owner.sql("ALTER TABLE matching.entry ENABLE TRIGGER USER").update();
    PdqHash instead = any();
    new Banks(database.sql(), Clock.systemUTC()).add(KNOWN_ABUSE, instead, null, HOTLINE, CURATOR);

    assertThat(matching.lookUp(instead)).hasSize(1);
    assertThat(matching.lookUp(lost)).isEmpty();
  }

  @Test
  void whatARestoredDatabaseNeverHadIsNotTakenFromASaveThatHasIt() throws IOException {
    List<PdqHash> lost = new ArrayList<>();
    new IndexFolder(
            data.resolve("banks"),
            Runnable::run,
            (bank, file) -> {
              lost.add(change(KNOWN_ABUSE));
              bank.save(file);
            })
        .save(index);
    long before = requireNonNull(folder.load().orElseThrow().revision()).number();
    JdbcClient owner = JdbcClient.create(database.owner());
    // The database as it was when the save began.
    owner.sql("ALTER TABLE matching.entry DISABLE TRIGGER USER").update();
    owner.sql("DELETE FROM matching.entry WHERE changed > ?").param(before).update();
    owner
        .sql(
            """
            UPDATE matching.revision r SET number = p.number, token = p.token
            FROM matching.passed p WHERE p.number = ?
            """)
        .param(before)
        .update();
    owner.sql("DELETE FROM matching.passed WHERE number > ?").param(before).update();
    owner.sql("ALTER TABLE matching.entry ENABLE TRIGGER USER").update();
    PdqHash since = change(PROTECTED_PEOPLE);

    Matching later = matching(begun());
    assertThat(lost).hasSize(2).allSatisfy(hash -> assertThat(later.lookUp(hash)).isEmpty());
    assertThat(later.lookUp(since)).hasSize(1);
    assertThat(later.lookUp(first)).hasSize(1);
  }

  @Test
  void aSaveReplacesTheOneBeforeAndWhatWasLeftUnfinished() throws IOException {
    Files.createDirectories(data.resolve("banks/unfinished-1"));
    Files.writeString(data.resolve("banks/unfinished-1/known-abuse.pdq"), "half");
    assertThat(folder.load()).isPresent();
    banks.add(KNOWN_ABUSE, any(), null, HOTLINE, CURATOR);
    index.current();
    folder.save(index);
    assertThat(only(data.resolve("banks"))).hasSize(1);
    assertThat(begun().known().size()).isEqualTo(4);
  }

  @Test
  void aSaveWithChangesInTheMiddleIsOfUseAndRight() throws IOException {
    BankEntry resting = banks.add(KNOWN_ABUSE, any(), null, HOTLINE, CURATOR);
    banks.rest(KNOWN_ABUSE, resting.number(), Instant.MAX, CURATOR);
    List<PdqHash> added = new ArrayList<>();
    IndexFolder busy =
        new IndexFolder(
            data.resolve("banks"),
            Runnable::run,
            (bank, file) -> {
              added.add(change(KNOWN_ABUSE));
              bank.save(file);
              added.add(change(PROTECTED_PEOPLE));
            });
    Index.Revision before = requireNonNull(index.current().revision());
    busy.save(index);
    banks.rest(KNOWN_ABUSE, resting.number(), null, CURATOR);
    banks.withdraw(PROTECTED_PEOPLE, withdrawnLater.id(), CURATOR);

    LiveIndex later = begun();
    assertThat(later.known().revision()).isEqualTo(before);
    Map<Integer, HammingIndex> loaded = later.known().hashes();
    later.current();
    assertThat(later.known().hashes()).containsExactlyInAnyOrderEntriesOf(loaded);
    Matching begun = matching(later);
    assertThat(added).hasSize(4).allSatisfy(hash -> assertThat(begun.lookUp(hash)).hasSize(1));
    assertThat(begun.lookUp(first)).hasSize(1);
    assertThat(begun.lookUp(resting.mainSignal().pdq())).hasSize(1);
    assertThat(begun.lookUp(withdrawnLater.mainSignal().pdq())).isEmpty();
    assertThat(begun.size()).isEqualTo(banks.list().stream().mapToLong(Bank::active).sum());
  }

  @Test
  void aWithdrawalInTheMiddleOfASaveHolds() throws IOException {
    IndexFolder busy =
        new IndexFolder(
            data.resolve("banks"),
            Runnable::run,
            (bank, file) -> {
              banks.withdraw(PROTECTED_PEOPLE, withdrawnLater.id(), CURATOR);
              bank.save(file);
              index.current();
            });
    busy.save(index);
    assertThat(matching(begun()).lookUp(withdrawnLater.mainSignal().pdq())).isEmpty();
  }

  @Test
  void aSaveThatFailsLeavesTheOneBefore() throws IOException {
    IndexFolder full =
        new IndexFolder(
            data.resolve("banks"),
            Runnable::run,
            (bank, file) -> {
              Files.writeString(file, "half");
              throw new IOException("no space left");
            });
    assertThatThrownBy(() -> full.save(index)).hasMessage("no space left");
    assertThat(only(data.resolve("banks"))).containsExactly(data.resolve("banks/saved"));
    assertThat(begun().known().size()).isEqualTo(3);
  }

  @Test
  void aListThatLostALineIsNotUsed() throws IOException {
    Path list = data.resolve("banks/saved/banks.properties");
    List<String> lines = Files.readAllLines(list);
    for (String line : lines) {
      if (!line.startsWith("#")) {
        Files.write(list, lines.stream().filter(other -> !other.equals(line)).toList());
        assertThat(folder.load()).as(line).isEmpty();
      }
    }
    Files.write(list, lines);
    assertThat(folder.load()).isPresent();
  }

  private PdqHash change(String bank) {
    PdqHash hash = any();
    banks.add(bank, hash, null, HOTLINE, CURATOR);
    index.current();
    return hash;
  }

  @Test
  void withoutAFolderThereIsNothingToBeginWith() {
    assertThat(new IndexFolder(data.resolve("none"), Runnable::run).load()).isEmpty();
  }

  private LiveIndex begun() {
    LiveIndex later = new LiveIndex(database.sql(), Runnable::run);
    later.beginWith(folder.load().orElseThrow());
    return later;
  }

  private Matching matching(LiveIndex live) {
    return new Matching(
        database.sql(),
        Clock.systemUTC(),
        live,
        new SightingLog(database.sql(), Clock.systemUTC()));
  }

  private PdqHash any() {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static List<Path> only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
