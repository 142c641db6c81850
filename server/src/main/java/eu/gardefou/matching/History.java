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
  boolean knows(Index.@Nullable Revision revision) {
    return revision != null
        && sql.sql("SELECT EXISTS (SELECT FROM matching.passed WHERE number = ? AND token = ?)")
            .params(revision.number(), revision.token())
            .query(Boolean.class)
            .single();
  }
}
