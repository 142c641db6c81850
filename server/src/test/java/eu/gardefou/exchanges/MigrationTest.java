package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.gardefou.access.TestClock;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first version of this schema kept is there in the last one. */
final class MigrationTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private final Banks banks = new Banks(database.sql(), new TestClock());
  private final ExchangeTable table = new ExchangeTable(database.sql());

  @BeforeEach
  void beginAnew() {
    owner.sql("DROP SCHEMA exchanges CASCADE").update();
    migrate(MigrationVersion.fromVersion("1"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void migrate(MigrationVersion target) {
    Flyway.configure()
        .dataSource(database.owner())
        .locations("classpath:db/migration/exchanges")
        .schemas("exchanges")
        .target(target)
        .load()
        .migrate();
  }

  private int bank(String name) {
    return banks.make(BankSettings.of(name, BankKind.KNOWN_ABUSE), Yard.CURATOR).id();
  }

  private void exchange(String name, String bank) {
    owner
        .sql(
            """
            INSERT INTO exchanges.exchange (name, api, bank, settings, enabled, every_seconds,
              made_at, made_by, version, checkpoint, round, fetched, last_opinion)
            VALUES (?, 'stopncii', ?, '{"send_opinions":"true"}', true, 900, now(), 'person:7', 3,
              '{"start":"20"}', 2, 5, 'It was refused.')
            """)
        .params(name, bank)
        .update();
    owner
        .sql(
            """
            INSERT INTO exchanges.item (exchange, key, at, gone, round, since, handle)
            VALUES (?, 'a', now(), false, 2, 1, 'h'), (?, 'b', now(), true, 2, 1, NULL)
            """)
        .params(name, name)
        .update();
  }

  @Test
  void exchangesKnowTheirBanksByTheirNumbersAndLoseNothing() {
    int closed = bank("again");
    banks.close("again", Yard.CURATOR);
    int again = bank("again");
    int open = bank("open");
    bank("closed");
    banks.close("closed", Yard.CURATOR);
    exchange("of-an-open-one", "open");
    exchange("of-one-of-two", "again");
    exchange("of-a-closed-one", "closed");
    exchange("of-none", "never-made");

    migrate(MigrationVersion.LATEST);

    assertThat(table.all())
        .extracting(Row::name, Row::bank)
        .containsExactlyInAnyOrder(
            tuple("of-an-open-one", open),
            tuple("of-one-of-two", again),
            tuple("of-a-closed-one", 0),
            tuple("of-none", 0));
    assertThat(again).isNotEqualTo(closed);
    Row row = table.find("of-an-open-one").orElseThrow();
    assertThat(row.checkpoint()).isNotNull();
    assertThat(row.version()).isEqualTo(3);
    assertThat(row.round()).isEqualTo(2);
    assertThat(row.exchange().settings()).containsEntry("send_opinions", "true");
    assertThat(row.exchange().status().fetched()).isEqualTo(5);
    assertThat(table.tally("of-an-open-one")).isEqualTo(new Tally(1, OpinionStatus.NONE));
  }

  @Test
  void anEmptySchemaNeedsNoBanks() {
    owner.sql("DROP SCHEMA matching CASCADE").update();
    migrate(MigrationVersion.LATEST);
    assertThat(table.all()).isEmpty();
  }
}
