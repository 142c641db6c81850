package eu.gardefou.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL about turns. Times are the database's own: the clocks of nodes do not matter. */
record TurnStore(JdbcClient sql) {
  /** Of a popular picture only the latest count; what tells something, apart from all others. */
  private static final int LATEST = 100;

  private static final int OF_A_CALLER = 200;

  private static final String COLUMNS =
      """
      t.id, t.at, t.caller, t.kind, t.linked, t.exact, t.words, t.place, t.inputs, t.hint, t.means,
        t.outcome, t.result IS NOT NULL AS resulted, coalesce(t.result, t.decision) AS decision,
        now() AS now
      """;

  /** What went before a request with pictures, a day back, latest first. */
  List<PastTurn> ofChain(Collection<Long> chain, byte[] exact) {
    return sql.sql(
            """
            SELECT %s FROM lineage.turn t WHERE t.at > now() - interval '1 day' AND t.id IN (
              SELECT s.turn FROM unnest(?) o CROSS JOIN LATERAL (
                SELECT turn FROM lineage.step WHERE origin = o ORDER BY turn DESC LIMIT ?) s
              UNION
              SELECT s.turn FROM unnest(?) o CROSS JOIN LATERAL (
                SELECT turn FROM lineage.step WHERE origin = o AND telling
                ORDER BY turn DESC LIMIT ?) s
              UNION
              (SELECT id FROM lineage.turn
               WHERE exact = ? AND outcome IN ('refused', 'held') ORDER BY id DESC LIMIT 1))
            ORDER BY t.id DESC
            """
                .replace("%s", COLUMNS))
        .params(chain.toArray(Long[]::new), LATEST, chain.toArray(Long[]::new), LATEST, exact)
        .query((row, n) -> turn(row))
        .list();
  }

  /** What a caller was refused without a picture that could be told from others. */
  List<PastTurn> ofWords(String caller, byte[] exact) {
    return sql.sql(
            """
            SELECT %s FROM lineage.turn t WHERE t.at > now() - interval '1 day' AND t.id IN (
              (SELECT id FROM lineage.turn
               WHERE caller = ? AND NOT linked AND outcome IN ('refused', 'held')
               ORDER BY id DESC LIMIT ?)
              UNION
              (SELECT id FROM lineage.turn
               WHERE exact = ? AND outcome IN ('refused', 'held') ORDER BY id DESC LIMIT 1))
            ORDER BY t.id DESC
            """
                .replace("%s", COLUMNS))
        .params(caller, OF_A_CALLER, exact)
        .query((row, n) -> turn(row))
        .list();
  }

  /**
   * After the clock was set back, what seems to come was just now: it counts from here, so that
   * nobody is free at once, and nobody is locked out until the clock has caught up.
   */
  void bringBack(Collection<Long> turns) {
    sql.sql("UPDATE lineage.turn SET at = now() WHERE id = ANY (?) AND at > now()")
        .param(turns.toArray(Long[]::new))
        .update();
  }

  long add(
      UUID decision, Asked asked, boolean linked, List<Long> inputs, double hint, Outcome outcome) {
    return sql.sql(
            """
            INSERT INTO lineage.turn
              (decision, caller, kind, linked, exact, words, place, inputs, hint, means, outcome)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """)
        .params(
            decision,
            asked.caller(),
            asked.kind(),
            linked,
            asked.exact(),
            asked.words().bytes(),
            asked.place(),
            inputs.toArray(Long[]::new),
            hint,
            asked.means(),
            outcome.word())
        .query(Long.class)
        .single();
  }

  void join(long turn, Collection<Long> origins, boolean telling) {
    if (origins.isEmpty()) {
      return;
    }
    sql.sql(
            """
            INSERT INTO lineage.step (origin, turn, telling) SELECT o, ?, ? FROM unnest(?) o
            ON CONFLICT (origin, turn) DO UPDATE SET telling = step.telling OR excluded.telling
            """)
        .params(turn, telling, origins.toArray(Long[]::new))
        .update();
  }

  void end(long turn, UUID result, Outcome outcome) {
    sql.sql("UPDATE lineage.turn SET result = ?, outcome = ? WHERE id = ?")
        .params(result, outcome.word(), turn)
        .update();
    if (outcome == Outcome.REFUSED) {
      sql.sql("UPDATE lineage.step SET telling = true WHERE turn = ?").param(turn).update();
    }
  }

  /** The latest decisions on what has the same first ancestors as this decision, itself apart. */
  List<UUID> besides(UUID decision, int most) {
    return sql.sql(
            """
            WITH mine AS (SELECT id FROM lineage.turn WHERE decision = ? OR result = ?),
              origins AS (SELECT DISTINCT origin FROM lineage.step JOIN mine ON turn = id)
            SELECT t.decision FROM lineage.turn t
            WHERE t.id IN (
              SELECT s.turn FROM origins o CROSS JOIN LATERAL (
                SELECT turn FROM lineage.step WHERE origin = o.origin
                ORDER BY turn DESC LIMIT ?) s)
              AND t.id NOT IN (SELECT id FROM mine)
            ORDER BY t.id DESC LIMIT ?
            """)
        .params(decision, decision, most + 1, most)
        .query((row, n) -> row.getObject("decision", UUID.class))
        .list();
  }

  /** Removes a decision's chains; every node drops what is no longer here when it meets it. */
  int forget(UUID decision) {
    return sql.sql(
            """
            WITH mine AS (SELECT id FROM lineage.turn WHERE decision = ? OR result = ?),
              origins AS (SELECT DISTINCT origin FROM lineage.step JOIN mine ON turn = id),
              asked AS (DELETE FROM lineage.turn WHERE id IN (
                SELECT id FROM mine
                UNION SELECT turn FROM lineage.step WHERE origin IN (SELECT origin FROM origins))),
              seen AS (DELETE FROM lineage.picture
                WHERE id IN (SELECT origin FROM origins)
                  OR origins && (SELECT coalesce(array_agg(origin), '{}') FROM origins)
                RETURNING id)
            SELECT count(*) FROM seen
            """)
        .params(decision, decision)
        .query(Integer.class)
        .single();
  }

  private static PastTurn turn(ResultSet row) throws SQLException {
    List<Long> inputs = new ArrayList<>(PictureStore.longs(row, "inputs"));
    return new PastTurn(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("now", OffsetDateTime.class).toInstant(),
        row.getBoolean("linked"),
        new Asked(
            row.getString("caller"),
            row.getString("kind"),
            row.getBytes("exact"),
            Sketch.read(row.getBytes("words")),
            row.getLong("place"),
            row.getString("means")),
        inputs,
        row.getDouble("hint"),
        Outcome.ofWord(row.getString("outcome")),
        row.getBoolean("resulted"),
        row.getObject("decision", UUID.class));
  }
}
