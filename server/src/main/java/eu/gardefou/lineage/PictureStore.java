package eu.gardefou.lineage;

import eu.gardefou.hashing.PdqHash;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL about pictures. */
record PictureStore(JdbcClient sql) {
  /** A picture by its hashes alone. */
  record Hashes(long id, List<PdqHash> looks) {}

  /**
   * What was written.
   *
   * @param now everything before this transaction is decided
   */
  record Written(long now, List<Hashes> pictures) {}

  Written writtenSince(long transaction) {
    List<Hashes> pictures = new ArrayList<>();
    long[] now = new long[1];
    sql.sql(
            """
            SELECT s.xmin, p.id, p.looks
            FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xmin) s
            LEFT JOIN lineage.picture p ON p.written >= ?
            """)
        .param(transaction)
        .query(row -> {
          now[0] = row.getLong("xmin");
          byte[] looks = row.getBytes("looks");
          if (looks != null) {
            pictures.add(new Hashes(row.getLong("id"), looks(looks)));
          }
        });
    return new Written(now[0], pictures);
  }

  List<Hashes> after(long id, int most) {
    return sql.sql("SELECT id, looks FROM lineage.picture WHERE id > ? ORDER BY id LIMIT ?")
        .params(id, most)
        .query((row, n) -> new Hashes(row.getLong("id"), looks(row.getBytes("looks"))))
        .list();
  }

  /** The lowest identifier; one beyond the highest when there is none. */
  long oldest() {
    return sql.sql(
            """
            SELECT coalesce((SELECT min(id) FROM lineage.picture),
              (SELECT last_value + 1 FROM pg_sequences
               WHERE schemaname = 'lineage' AND sequencename = 'picture_id_seq'), 0)
            """)
        .query(Long.class)
        .single();
  }

  /** These pictures and their first ancestors, as far as they are still known. */
  Map<Long, Known> withOrigins(Collection<Long> ids) {
    Map<Long, Known> known = new HashMap<>();
    if (ids.isEmpty()) {
      return known;
    }
    sql.sql(
            """
            WITH near AS (
              SELECT id, looks, origins, numbers, bared FROM lineage.picture WHERE id = ANY (?))
            SELECT * FROM near
            UNION
            SELECT id, looks, origins, numbers, bared FROM lineage.picture
            WHERE id IN (SELECT unnest(origins) FROM near)
            """)
        .param(ids.toArray(Long[]::new))
        .query(row -> {
          known.put(
              row.getLong("id"),
              new Known(
                  row.getLong("id"),
                  looks(row.getBytes("looks")),
                  longs(row, "origins"),
                  Numbers.read(row.getString("numbers")),
                  row.getDouble("bared")));
        });
    return known;
  }

  long add(Looks looks, List<Long> origins, List<Numbers> numbers, double bared) {
    return sql.sql(
            """
            INSERT INTO lineage.picture (looks, origins, numbers, bared)
            VALUES (?, ?, ?::jsonb, ?) RETURNING id
            """)
        .param(bytes(looks.upright()))
        .param(origins.toArray(Long[]::new))
        .param(Numbers.json(numbers))
        .param(bared)
        .query(Long.class)
        .single();
  }

  /** Whoever is still asked for stays; a popular picture is not written for everybody who asks. */
  void seen(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    sql.sql(
            """
            UPDATE lineage.picture SET seen_at = now()
            WHERE id = ANY (?) AND seen_at < now() - interval '1 day'
            """)
        .param(ids.toArray(Long[]::new))
        .update();
  }

  private static byte[] bytes(List<PdqHash> looks) {
    byte[] bytes = new byte[looks.size() * PdqHash.BYTES];
    for (int i = 0; i < looks.size(); i++) {
      System.arraycopy(looks.get(i).toBytes(), 0, bytes, i * PdqHash.BYTES, PdqHash.BYTES);
    }
    return bytes;
  }

  private static List<PdqHash> looks(byte[] bytes) {
    List<PdqHash> looks = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += PdqHash.BYTES) {
      looks.add(PdqHash.fromBytes(Arrays.copyOfRange(bytes, from, from + PdqHash.BYTES)));
    }
    return looks;
  }

  static List<Long> longs(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((Long[]) array.getArray());
  }
}
