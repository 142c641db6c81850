package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Setting.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHash;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often an entry was found is right when the clock or the database is not. */
final class SightingLogTest {
  private final Setting setting = new Setting();
  private final JdbcClient owner = JdbcClient.create(setting.database.owner());
  private BankEntry entry;

  @BeforeEach
  void add() {
    entry =
        setting.add(
            KNOWN_ABUSE,
            PdqHash.parse("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22"));
  }

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenLater() {
    owner.sql("REVOKE INSERT, UPDATE ON matching.sighting FROM gardefou_app").update();
    saw();
    setting.sightings.write();
    setting.clock.move(Duration.ofSeconds(5));
    saw();
    setting.sightings.write();
    owner.sql("GRANT INSERT, UPDATE ON matching.sighting TO gardefou_app").update();
    setting.clock.move(Duration.ofSeconds(5));
    saw();
    setting.sightings.write();

    assertThat(sightings()).isEqualTo(new Sightings(3, NOW, NOW.plusSeconds(10)));
  }

  @Test
  void aClockThatJumpsBackTurnsNothingRound() {
    saw();
    setting.clock.move(Duration.ofHours(-1));
    saw();
    setting.sightings.write();

    assertThat(sightings()).isEqualTo(new Sightings(2, NOW.minusSeconds(3_600), NOW));
  }

  private void saw() {
    setting.sightings.saw(entry.number());
  }

  private Sightings sightings() {
    return setting.banks.entry(KNOWN_ABUSE, entry.number()).sightings();
  }
}
