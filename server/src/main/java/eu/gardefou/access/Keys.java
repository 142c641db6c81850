package eu.gardefou.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Machines' keys. Each request reads its key's row anew, together with those who ask at the same
 * moment, so a revocation holds from the very next request on, on every node. Safe for many
 * threads.
 */
public final class Keys {
  private static final String PREFIX = "gf_";
  private static final int ID_LENGTH = 12;
  private static final Duration COARSE = Duration.ofHours(1);
  private static final String COLUMNS =
      "id, name, scopes, created_at, created_by, last_used_at, revoked_at, secret_digest";

  private final JdbcClient sql;
  private final Clock clock;
  private final SharedReads<Optional<Kept>> kept = new SharedReads<>(this::kept);

  /** Keys in a migrated database, as the application's role. */
  public Keys(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Makes a key. Its secret is in the answer and nowhere else.
   *
   * @param name for people, 1 to 100 characters
   * @param scopes at least one
   * @param by who wants it; recorded
   * @throws AccessProblem when the name or the scopes are not usable
   */
  public NewKey create(String name, Set<Scope> scopes, Caller by) {
    String plain = Names.ofThing(name);
    if (scopes.isEmpty()) {
      throw new AccessProblem(AccessProblem.Cause.UNKNOWN, "A key needs at least one scope.");
    }
    String id = HexFormat.of().formatHex(Token.randomBytes(ID_LENGTH / 2));
    String secret = PREFIX + id + "_" + Token.random();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    sql.sql(
            """
            INSERT INTO access.machine_key (id, name, secret_digest, scopes, created_at, created_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(id, plain, Token.digest(secret), words(scopes), Rows.time(now), by.id())
        .update();
    return new NewKey(new MachineKey(id, plain, scopes, now, by.id(), null, null), secret);
  }

  /** All keys, newest first, the revoked ones too. */
  public List<MachineKey> list() {
    return sql.sql("SELECT " + COLUMNS + " FROM access.machine_key ORDER BY created_at DESC, id")
        .query(Keys::key)
        .list();
  }

  /**
   * Ends a key at once and for good.
   *
   * @return false when there is no such key, or it was revoked before
   */
  public boolean revoke(String id) {
    return sql.sql(
                "UPDATE access.machine_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
            .params(Rows.time(clock.instant()), id)
            .update()
        == 1;
  }

  /** The good key that this text is; empty when it is none. */
  Optional<MachineKey> holding(String secret) {
    if (!wellFormed(secret)) {
      return Optional.empty();
    }
    byte[] digest = Token.digest(secret);
    String id = secret.substring(PREFIX.length(), PREFIX.length() + ID_LENGTH);
    return kept.read(id)
        .filter(found -> Token.same(found.digest(), digest))
        .map(Kept::key)
        .filter(MachineKey::active)
        .map(this::used);
  }

  /** A key's row. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Kept(MachineKey key, byte[] digest) {}

  private Optional<Kept> kept(String id) {
    return sql.sql("SELECT " + COLUMNS + " FROM access.machine_key WHERE id = ?")
        .param(id)
        .query((row, number) -> new Kept(key(row, number), row.getBytes("secret_digest")))
        .optional();
  }

  private static boolean wellFormed(String secret) {
    return secret.length() == PREFIX.length() + ID_LENGTH + 1 + Token.LENGTH
        && secret.startsWith(PREFIX)
        && secret.charAt(PREFIX.length() + ID_LENGTH) == '_';
  }

  /**
   * To the hour: when a key was last needed is useful, when its owner works is not ours to know.
   */
  private MachineKey used(MachineKey key) {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    Instant last = key.lastUsed();
    if (last == null || Duration.between(last, hour).abs().compareTo(COARSE) >= 0) {
      sql.sql("UPDATE access.machine_key SET last_used_at = ? WHERE id = ?")
          .params(Rows.time(hour), key.id())
          .update();
    }
    return key;
  }

  private static MachineKey key(ResultSet row, int number) throws SQLException {
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    Rows.words(row, "scopes").forEach(word -> scopes.add(Scope.ofWord(word)));
    return new MachineKey(
        row.getString("id"),
        row.getString("name"),
        scopes,
        Rows.instant(row, "created_at"),
        row.getString("created_by"),
        Rows.instantOrNull(row, "last_used_at"),
        Rows.instantOrNull(row, "revoked_at"));
  }

  private static String[] words(Set<Scope> scopes) {
    return scopes.stream().map(Scope::word).sorted().toArray(String[]::new);
  }
}
