package eu.gardefou.matching;

import static eu.gardefou.matching.Bank.KNOWN_ABUSE;
import static eu.gardefou.matching.Setting.CURATOR;
import static eu.gardefou.matching.Setting.HOTLINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted as it changes is what counting anew would say. */
final class CountsTest {
  private static final List<SignalType> TYPES =
      List.of(SignalType.MD5, SignalType.SHA256, SignalType.PHOTODNA);

  private final Setting setting = new Setting();
  private final Random random = new Random(5);

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void countsAreThoseOfAPlainListWhateverHappens() {
    String own = setting.bank(BankKind.OTHER);
    List<BankEntry> entries = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      switch (random.nextInt(4)) {
        case 0 -> tell(own, random.nextInt(9));
        case 1 -> withdrawAny(entries);
        default -> entries.add(setting.add(random.nextBoolean() ? own : KNOWN_ABUSE, some()));
      }
      TYPES.forEach(type -> assertThat(setting.matching.count(type)).isEqualTo(countedAnew(type)));
    }
    assertThat(setting.matching.count(SignalType.MD5)).isPositive();
    setting.intake.withdrawAll(own, "a-list", CURATOR);
    setting.banks.close(own, CURATOR);
    TYPES.forEach(type -> assertThat(setting.matching.count(type)).isEqualTo(countedAnew(type)));
  }

  @Test
  void aTypeThatNobodyHasIsNone() {
    assertThat(setting.matching.count(SignalType.TMK_PDQF)).isZero();
  }

  /** Ten million signals are not looked at for one number. */
  @Test
  void nothingIsCountedWhenSomebodyAsks() {
    setting.add(KNOWN_ABUSE, some());
    setting.add(KNOWN_ABUSE, some());
    JdbcClient owner = JdbcClient.create(setting.database.owner());
    owner.sql("REVOKE SELECT ON matching.signal, matching.entry FROM gardefou_app").update();
    assertThat(setting.matching.count(SignalType.MD5)).isEqualTo(2);
  }

  private void tell(String bank, int key) {
    Incoming change =
        random.nextBoolean()
            ? new Incoming.Withdrawn("key-" + key)
            : new Incoming.Put("key-" + key, NewEntry.of(List.of(some()), HOTLINE));
    setting.intake.take(bank, "a-list", List.of(change), CURATOR);
  }

  private void withdrawAny(List<BankEntry> entries) {
    if (!entries.isEmpty()) {
      BankEntry gone = entries.get(random.nextInt(entries.size()));
      setting.banks.withdraw(gone.bank(), gone.id(), CURATOR);
    }
  }

  private Signal[] some() {
    String digits = HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(7L);
    return random.nextBoolean()
        ? new Signal[] {Signal.of("md5", digits), Signal.of("sha256", digits + digits)}
        : new Signal[] {Signal.of("photodna", digits), Signal.of("md5", digits)};
  }

  private long countedAnew(SignalType type) {
    return setting
        .database
        .sql()
        .sql(
            """
            SELECT count(*) FROM matching.signal g
            JOIN matching.entry e ON e.number = g.entry AND e.withdrawn_at IS NULL
            JOIN matching.bank b ON b.id = e.bank AND b.closed_at IS NULL
            WHERE g.type = ?
            """)
        .param(type.name())
        .query(Long.class)
        .single();
  }
}
