package eu.gardefou.notices;

import eu.gardefou.hashing.PdqHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row for each location of each notice. Rows are added and never changed. */
final class ItemTable {
  private final JdbcClient sql;

  ItemTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Adds those that are not there yet. */
  void add(UUID notice, List<Locator> locators) {
    List<Locator> there = of(notice);
    int position = there.size();
    for (Locator locator : locators) {
      if (!there.contains(locator)) {
        add(notice, position++, locator);
      }
    }
  }

  private void add(UUID notice, int position, Locator locator) {
    switch (locator) {
      case Locator.Address address ->
          sql.sql("INSERT INTO notices.item (notice, position, url) VALUES (?, ?, ?)")
              .params(notice, position, address.url())
              .update();
      case Locator.DeviceHash hash ->
          sql.sql(
                  """
                  INSERT INTO notices.item (notice, position, pdq, quality, poses, sha256)
                  VALUES (?, ?, ?, ?, ?, ?)
                  """)
              .param(notice)
              .param(position)
              .param(hash.pdq().toBytes())
              .param(hash.quality())
              .param(hash.poses().stream().map(PdqHash::toBytes).toArray(byte[][]::new))
              .param(hash.sha256())
              .update();
    }
  }

  List<Locator> of(UUID notice) {
    return sql.sql("SELECT * FROM notices.item WHERE notice = ? ORDER BY position")
        .param(notice)
        .query((row, _) -> locator(row))
        .list();
  }

  private static Locator locator(ResultSet row) throws SQLException {
    String url = row.getString("url");
    if (url != null) {
      return new Locator.Address(url);
    }
    byte[][] poses = (byte[][]) row.getArray("poses").getArray();
    return new Locator.DeviceHash(
        PdqHash.fromBytes(row.getBytes("pdq")),
        row.getInt("quality"),
        Arrays.stream(poses).map(PdqHash::fromBytes).toList(),
        row.getString("sha256"));
  }
}
