package eu.gardefou.enforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL about actions and their statements. */
record ActionTable(JdbcClient sql) {
  private static final String ACTIONS =
      """
      SELECT a.id, a.key, a.kind, a.item, a.decided_by, a.at, a.reverses, a.language, a.text,
        s.fields FROM enforcement.action a LEFT JOIN enforcement.statement s ON s.id = a.statement
      """;

  /**
   * From here to the end of the transaction nobody else acts on this item, so that entries are in
   * the order in which they count.
   */
  void holdItem(String item) {
    hold("item " + item);
  }

  /** From here to the end of the transaction nobody else uses this key. */
  void holdKey(String key) {
    hold("key " + key);
  }

  private void hold(String what) {
    sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 5))")
        .param("enforcement " + what)
        .query()
        .singleRow();
  }

  /** Of what an earlier call with this key asked. */
  Optional<String> digestOf(String key) {
    return sql.sql("SELECT digest FROM enforcement.action WHERE key = ?")
        .param(key)
        .query(String.class)
        .optional();
  }

  void insert(UUID id, Puid puid, StatementOfReasons statement) {
    sql.sql(
            """
            INSERT INTO enforcement.statement (id, puid, duty, minor, fields)
            VALUES (?, ?, ?, ?, ?::jsonb)
            """)
        .params(
            id,
            puid.value(),
            statement.duty().name(),
            statement.circumstances().content().minor().name(),
            DatabasePayload.of(statement, puid).toString())
        .update();
  }

  /**
   * Writes an action whose statement is there.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the key was used meanwhile
   */
  void insert(ActionTaken action, String digest) {
    sql.sql(
            """
            INSERT INTO enforcement.action
              (id, key, digest, kind, item, decided_by, at, statement, language, text)
            VALUES (:id, :key, :digest, :kind, :item, :by, :at, :id, :language, :text)
            """)
        .params(columns(action, digest))
        .update();
  }

  /**
   * Writes a reversal.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the key was used meanwhile
   */
  void insert(ActionTaken action, Restore.Cause cause, String digest) {
    sql.sql(
            """
            INSERT INTO enforcement.action
              (id, key, digest, kind, item, decided_by, at, reverses, cause, language, text)
            VALUES (:id, :key, :digest, :kind, :item, :by, :at, :reverses, :cause, :language, :text)
            """)
        .params(columns(action, digest))
        .param("reverses", action.reverses())
        .param("cause", cause.name())
        .update();
  }

  private static Map<String, Object> columns(ActionTaken action, String digest) {
    return Map.of(
        "id", action.id(),
        "key", action.key(),
        "digest", digest,
        "kind", action.word(),
        "item", action.item(),
        "by", action.decidedBy(),
        "at", action.at().atOffset(ZoneOffset.UTC),
        "language", action.language().toLanguageTag(),
        "text", action.text());
  }

  boolean isReversed(UUID id) {
    return sql.sql("SELECT EXISTS (SELECT FROM enforcement.action WHERE reverses = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  Optional<ActionTaken> find(UUID id) {
    return sql.sql(ACTIONS + "WHERE a.id = ?").param(id).query((row, _) -> taken(row)).optional();
  }

  Optional<ActionTaken> find(String key) {
    return sql.sql(ACTIONS + "WHERE a.key = ?").param(key).query((row, _) -> taken(row)).optional();
  }

  List<ActionTaken> ofItem(String item) {
    return sql.sql(ACTIONS + "WHERE a.item = ? ORDER BY a.id")
        .param(item)
        .query((row, _) -> taken(row))
        .list();
  }

  private static ActionTaken taken(ResultSet row) throws SQLException {
    return new ActionTaken(
        row.getObject("id", UUID.class),
        row.getString("key"),
        row.getString("kind"),
        row.getString("item"),
        row.getString("decided_by"),
        row.getTimestamp("at").toInstant(),
        row.getString("fields"),
        row.getObject("reverses", UUID.class),
        Locale.forLanguageTag(row.getString("language")),
        row.getString("text"));
  }
}
