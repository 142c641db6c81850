package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database itself holds, and what it refuses whoever asks. */
final class StoreTest {
  private static final Provenance HOTLINE = new Provenance("hotline", "");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);
  private static final PdqHash HASH =
      PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");
  private static final String INSERT =
      "INSERT INTO matching.entry (bank, pdq, source, added_by) VALUES (1,"
          + " decode('f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22', 'hex'),"
          + " 'by hand', 'person:1')";
  private static final String WITHDRAW =
      "UPDATE matching.entry SET withdrawn_at = now(), withdrawn_by = 'person:1'";

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private final Matching matching = new Matching(database.sql(), CLOCK);
  private final Banks banks = new Banks(database.sql(), CLOCK);

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void anEntryWrittenInSqlActsOnTheVeryNextLookUp() {
    assertThat(matching.lookUp(HASH)).isEmpty();

    owner.sql(INSERT).update();
    assertThat(matching.lookUp(HASH)).hasSize(1);

    owner.sql(WITHDRAW).update();
    assertThat(matching.lookUp(HASH)).isEmpty();
  }

  @Test
  void anEntryActsFromTheMomentItIsCommitted() throws SQLException {
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      JdbcClient.create(new SingleConnectionDataSource(connection, true)).sql(INSERT).update();
      assertThat(matching.lookUp(HASH)).isEmpty();

      connection.commit();
      assertThat(matching.lookUp(HASH)).hasSize(1);
    }
  }

  @Test
  void aRestoredDatabaseIsReadAnew() {
    long before = new History(owner).now().number();
    owner.sql(INSERT).update();
    owner.sql(INSERT).update();
    assertThat(matching.lookUp(HASH)).hasSize(2);

    owner.sql("ALTER TABLE matching.entry DISABLE TRIGGER USER").update();
    owner.sql("DELETE FROM matching.entry WHERE changed > ?").param(before).update();
    restoreRevision(before);
    owner.sql("ALTER TABLE matching.entry ENABLE TRIGGER USER").update();

    assertThat(matching.lookUp(HASH)).isEmpty();
    owner.sql(INSERT).update();
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM matching.entry",
        "TRUNCATE matching.entry",
        "UPDATE matching.entry SET pdq = pdq || ''::bytea, source = 'somebody else'",
        "UPDATE matching.entry SET bank = 2",
        "UPDATE matching.entry SET added_by = 'person:9'",
        "UPDATE matching.entry SET withdrawn_at = now()",
      })
  void notEvenTheOwnerRewritesAnEntry(String statement) {
    banks.add(KNOWN_ABUSE, HASH, null, HOTLINE, Caller.LOCAL);

    refused(owner, statement);
    assertThat(matching.lookUp(HASH)).hasSize(1);
  }

  @Test
  void aWithdrawalIsNeverTakenBackNorMoved() {
    banks.add(KNOWN_ABUSE, HASH, null, HOTLINE, Caller.LOCAL);
    owner.sql(WITHDRAW).update();

    refused(owner, "UPDATE matching.entry SET withdrawn_at = NULL, withdrawn_by = NULL");
    refused(owner, WITHDRAW);
    assertThat(matching.lookUp(HASH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM matching.entry",
        "TRUNCATE matching.entry",
        "UPDATE matching.entry SET source = 'somebody else'",
        "UPDATE matching.entry SET changed = 0",
        "UPDATE matching.revision SET number = 0",
        "UPDATE matching.bank SET built_in = false",
        "UPDATE matching.bank SET name = 'else' WHERE id = 1",
        "UPDATE matching.bank SET kind = 'other' WHERE id = 1",
        "UPDATE matching.bank SET closed_at = now() WHERE id = 1",
        "INSERT INTO matching.bank (name, built_in) VALUES ('more', true)",
        "UPDATE matching.tally SET entries = 0",
        "DELETE FROM matching.signal",
        "UPDATE matching.signal SET value = 'x'",
        "DELETE FROM matching.event",
        "UPDATE matching.event SET by = 'x'",
        "DELETE FROM matching.opinion",
        "UPDATE matching.opinion SET reason = 'x'",
        "DELETE FROM matching.bank",
        "ALTER TABLE matching.entry DISABLE TRIGGER USER",
      })
  void theApplicationMayOnlyAddAndWithdraw(String statement) {
    refused(database.sql(), statement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "decode('00', 'hex')", "decode(repeat('00', 33), 'hex')"})
  void onlyThirtyTwoBytesAreAHash(String pdq) {
    refused(
        owner,
        "INSERT INTO matching.entry (bank, pdq, source, added_by) VALUES (1, "
            + pdq
            + ", 's', 'b')");
  }

  /** As a dump of that time has it. */
  private void restoreRevision(long number) {
    owner
        .sql(
            """
            UPDATE matching.revision r SET number = p.number, token = p.token
            FROM matching.passed p WHERE p.number = ?
            """)
        .param(number)
        .update();
    owner.sql("DELETE FROM matching.passed WHERE number > ?").param(number).update();
  }

  private static void refused(JdbcClient sql, String statement) {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> sql.sql(statement).update());
  }
}
