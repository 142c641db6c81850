package eu.gardefou.matching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the banks have come, and whether what is known belongs to them. */
record History(JdbcClient sql) {
  Index.Revision now() {
    return sql.sql("SELECT number, token FROM matching.revision")
        .query((row, n) ->
            new Index.Revision(row.getLong("number"), row.getObject("token", UUID.class)))
        .single();
  }

  /** In a database that was restored to an earlier time, what is known is worth nothing. */
  boolean knows(Index.@Nullable Latest latest) {
    return latest != null
        && sql.sql(
                """
                SELECT EXISTS (
                  SELECT FROM matching.entry
                  WHERE id = :id AND (changed = :changed OR (:acting AND changed > :changed)))
                """)
            .param("id", latest.entry())
            .param("changed", latest.changed())
            .param("acting", latest.acting())
            .query(Boolean.class)
            .single();
  }
}
