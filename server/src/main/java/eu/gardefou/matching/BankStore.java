package eu.gardefou.matching;

import eu.gardefou.matching.BankProblem.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Banks in PostgreSQL. Closed ones are on record, and nobody here sees them. */
final class BankStore {
  private static final int ATTEMPTS = 10;
  private static final String BANKS =
      """
      SELECT b.id, b.name, b.kind, b.purpose, b.radius, b.source, b.legal_ground, b.share,
        b.disabled_until, b.note, b.built_in, b.xmin::text AS version, t.entries, t.withdrawn
      FROM matching.bank b JOIN matching.tally t ON t.bank = b.id
      WHERE b.closed_at IS NULL
      """;
  private static final String EVENT =
      """
      INSERT INTO matching.event (at, by, bank, what, detail)
      SELECT :at, :by, id, :what, :detail FROM changed
      """;

  private final JdbcClient sql;

  BankStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Bank> all() {
    return sql.sql(BANKS + "ORDER BY b.id").query((row, n) -> bank(row)).list();
  }

  Optional<Bank> find(String name) {
    return sql.sql(BANKS + "AND b.name = ?").param(name).query((row, n) -> bank(row)).optional();
  }

  /**
   * A bank.
   *
   * @throws BankProblem when there is none of this name
   */
  Bank known(String name) {
    return find(name)
        .orElseThrow(() -> new BankProblem(Cause.UNKNOWN, "There is no bank of this name."));
  }

  /**
   * Changes a bank; one that is always there keeps its name and kind.
   *
   * @param version of the bank as it was read; null: whatever it is now
   * @throws BankProblem when there is no such bank, its new name is another one's, or somebody else
   *     has changed it
   */
  Bank change(
      String name,
      @Nullable String version,
      UnaryOperator<BankSettings> change,
      Instant at,
      String by) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Bank bank = known(name);
      if (version != null && !version.equals(bank.version())) {
        throw changed();
      }
      BankSettings settings = change.apply(bank.settings());
      if (bank.builtIn()
          && (!settings.name().equals(bank.name()) || settings.kind() != bank.kind())) {
        throw new BankProblem(Cause.BUILT_IN, "This bank is always there: its name and kind stay.");
      }
      if (update(bank, settings, at, by)) {
        return known(settings.name());
      }
    }
    throw changed();
  }

  private static BankProblem changed() {
    return new BankProblem(
        Cause.CHANGED,
        "Somebody else has changed this bank meanwhile, and nothing was overwritten: read it again.");
  }

  Map<Integer, BankSettings> settings() {
    Map<Integer, BankSettings> settings = new HashMap<>();
    all().forEach(bank -> settings.put(bank.id(), bank.settings()));
    return settings;
  }

  /**
   * Adds a bank.
   *
   * @throws BankProblem when there is one of its name
   */
  void insert(BankSettings bank, Instant at, String by) {
    changed(
        """
        INSERT INTO matching.bank (name, kind, purpose, radius, source, legal_ground, share,
          disabled_until, note, made_at)
        VALUES (:name, :kind, :purpose, :radius, :source, :ground, :share, :until, :note, :at)
        """,
        bank,
        Map.of(),
        "made",
        at,
        by);
  }

  /**
   * Changes a bank, unless somebody else did meanwhile.
   *
   * @throws BankProblem when another one has the name
   */
  private boolean update(Bank before, BankSettings bank, Instant at, String by) {
    return changed(
            """
            UPDATE matching.bank SET name = :name, kind = :kind, purpose = :purpose,
              radius = :radius, source = :source, legal_ground = :ground, share = :share,
              disabled_until = :until, note = :note
            WHERE id = :id AND xmin::text = :version AND closed_at IS NULL
            """,
            bank,
            Map.of("id", before.id(), "version", before.version()),
            "changed",
            at,
            by)
        == 1;
  }

  private int changed(
      String statement,
      BankSettings bank,
      Map<String, Object> which,
      String what,
      Instant at,
      String by) {
    try {
      return sql.sql("WITH changed AS (" + statement + " RETURNING id) " + EVENT)
          .params(which)
          .param("name", bank.name())
          .param("kind", bank.kind().word())
          .param("purpose", bank.purpose())
          .param("radius", bank.radius())
          .param("source", bank.source())
          .param("ground", bank.legalGround())
          .param("share", bank.share())
          .param("until", Moments.writeAny(bank.disabledUntil()))
          .param("note", bank.note())
          .param("at", Moments.write(at))
          .param("by", by)
          .param("what", what)
          .param("detail", bank.toString())
          .update();
    } catch (DuplicateKeyException taken) {
      throw new BankProblem(Cause.TAKEN, "There is another bank of this name.", taken);
    }
  }

  /** Closes a bank for ever. */
  void close(int id, Instant at, String by) {
    sql.sql(
            """
            WITH changed AS (
              UPDATE matching.bank SET closed_at = :at WHERE id = :id AND closed_at IS NULL
              RETURNING id)
            """
                + EVENT)
        .param("id", id)
        .param("at", Moments.write(at))
        .param("by", by)
        .param("what", "closed")
        .param("detail", "")
        .update();
  }

  private static Bank bank(ResultSet row) throws SQLException {
    return new Bank(
        row.getInt("id"),
        new BankSettings(
            row.getString("name"),
            BankKind.of(row.getString("kind")).orElseThrow(),
            row.getString("purpose"),
            row.getInt("radius"),
            row.getString("source"),
            row.getString("legal_ground"),
            row.getDouble("share"),
            Moments.read(row, "disabled_until"),
            row.getString("note")),
        row.getBoolean("built_in"),
        row.getString("version"),
        row.getLong("entries") - row.getLong("withdrawn"),
        row.getLong("withdrawn"));
  }
}
