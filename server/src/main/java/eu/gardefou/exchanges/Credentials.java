package eu.gardefou.exchanges;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.peer.Json;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What sources know us by, sealed. It comes out again only to be shown to the source. */
final class Credentials {
  private final JdbcClient sql;
  private final Supplier<Seal> seal;
  private final Clock clock;

  /**
   * Works on these tables.
   *
   * @param seal asked for when something is sealed or opened, so that the rest works without it
   */
  Credentials(JdbcClient sql, Supplier<Seal> seal, Clock clock) {
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  /** Those of a whole interface. */
  static String ofApi(String api) {
    return "api:" + api;
  }

  /** Those of one exchange, which come before those of its interface. */
  static String ofExchange(String exchange) {
    return "exchange:" + exchange;
  }

  void set(String owner, Map<String, String> values, Caller by) {
    sql.sql(
            """
            INSERT INTO exchanges.credential (owner, sealed, set_at, set_by)
            VALUES (:owner, :sealed, :at, :by)
            ON CONFLICT (owner) DO UPDATE
              SET sealed = excluded.sealed, set_at = excluded.set_at, set_by = excluded.set_by
            """)
        .param("owner", owner)
        .param("sealed", seal.get().close(owner, Json.write(values)))
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by.id())
        .update();
  }

  void clear(String owner) {
    sql.sql("DELETE FROM exchanges.credential WHERE owner = ?").param(owner).update();
  }

  boolean has(String owner) {
    return sql.sql("SELECT EXISTS (SELECT FROM exchanges.credential WHERE owner = ?)")
        .param(owner)
        .query(Boolean.class)
        .single();
  }

  /** Those of the exchange, or of its interface; none when neither has any. */
  Map<String, String> of(String exchange, String api) {
    return open(ofExchange(exchange)).or(() -> open(ofApi(api))).orElse(Map.of());
  }

  private Optional<Map<String, String>> open(String owner) {
    return sql.sql("SELECT sealed FROM exchanges.credential WHERE owner = ?")
        .param(owner)
        .query((row, n) -> row.getBytes("sealed"))
        .optional()
        .map(sealed -> Json.words(seal.get().open(owner, sealed)));
  }
}
