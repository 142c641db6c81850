package eu.gardefou.evidence;

import eu.gardefou.evidence.DecisionEntry.ContentDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about decisions. */
final class DecisionRows {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<ContentDigest>> CONTENTS = new TypeReference<>() {};

  private DecisionRows() {}

  static void insert(JdbcClient sql, DecisionEntry entry) {
    sql.sql(
            """
            INSERT INTO evidence.decision (id, request, at, stage, kind, surface, caller, decision,
              rules, reasons, signals, policy_version, prompt_digest, contents, context,
              shadow)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb, ?::jsonb,
              ?::jsonb)
            """)
        .param(entry.id())
        .param(entry.request())
        .param(entry.at().atOffset(ZoneOffset.UTC))
        .param(entry.stage())
        .param(entry.kind())
        .param(entry.surface())
        .param(entry.caller())
        .param(entry.decision())
        .param(entry.rules().toArray(String[]::new))
        .param(entry.reasons())
        .param(entry.signals())
        .param(entry.policyVersion())
        .param(entry.promptDigest())
        .param(JSON.writeValueAsString(entry.contents()))
        .param(entry.context())
        .param(entry.shadow())
        .update();
  }

  static Optional<DecisionEntry> find(JdbcClient sql, UUID id) {
    return sql.sql("SELECT * FROM evidence.decision WHERE id = ?")
        .param(id)
        .query(DecisionRows::entry)
        .optional();
  }

  /** Identifiers grow with time, so a page follows another by the last identifier alone. */
  static List<DecisionEntry> search(JdbcClient sql, DecisionFilter filter) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    and(conditions, values, "decision = ?", filter.decision());
    and(conditions, values, "kind = ?", filter.kind());
    and(conditions, values, "stage = ?", filter.stage());
    and(conditions, values, "rules @> ARRAY[?]::text[]", filter.rule());
    and(conditions, values, "at >= ?", time(filter.from()));
    and(conditions, values, "at < ?", time(filter.to()));
    and(conditions, values, "id < ?", filter.before());
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    values.add(filter.limit());
    return sql.sql("SELECT * FROM evidence.decision" + where + " ORDER BY id DESC LIMIT ?")
        .params(values)
        .query(DecisionRows::entry)
        .list();
  }

  /** Oldest first. */
  static List<DecisionEntry> past(
      JdbcClient sql, Instant from, @Nullable Instant to, @Nullable UUID after, int limit) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    and(conditions, values, "at >= ?", time(from));
    and(conditions, values, "at < ?", time(to));
    and(conditions, values, "id > ?", after);
    values.add(limit);
    String where = String.join(" AND ", conditions);
    return sql.sql("SELECT * FROM evidence.decision WHERE " + where + " ORDER BY id LIMIT ?")
        .params(values)
        .query(DecisionRows::entry)
        .list();
  }

  static List<DecisionEntry> results(JdbcClient sql, UUID request) {
    return sql.sql("SELECT * FROM evidence.decision WHERE request = ? ORDER BY id")
        .param(request)
        .query(DecisionRows::entry)
        .list();
  }

  static Map<String, Long> counts(JdbcClient sql, Instant from, Instant to) {
    Map<String, Long> counts = new HashMap<>();
    sql.sql(
            """
            SELECT decision, count(*) FROM evidence.decision
            WHERE at >= ? AND at < ? GROUP BY decision
            """)
        .param(time(from))
        .param(time(to))
        .query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  private static void and(
      List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static DecisionEntry entry(ResultSet row, int number) throws SQLException {
    return new DecisionEntry(
        row.getObject("id", UUID.class),
        row.getObject("request", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("stage"),
        row.getString("kind"),
        row.getString("surface"),
        row.getString("caller"),
        row.getString("decision"),
        List.of((String[]) row.getArray("rules").getArray()),
        row.getString("reasons"),
        row.getString("signals"),
        row.getString("policy_version"),
        row.getString("prompt_digest"),
        JSON.readValue(row.getString("contents"), CONTENTS),
        row.getString("context"),
        row.getString("shadow"));
  }
}
