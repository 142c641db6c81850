package eu.gardefou.cli;

import eu.gardefou.database.BriefDatabase;
import eu.gardefou.hashing.PdqHash;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A bank of hashes that follow from their numbers, so that whoever asks knows the answer.
 *
 * @param hashes how many there are, numbered from 1
 * @param last one more, which has the number after theirs
 */
record MadeUpBank(int hashes, PdqHash last) {
  private static final int CHUNK = 200_000;
  private static final String NAME = "known-abuse";
  private static final String INSERT = "INSERT INTO matching.entry (bank, pdq, source, added_by)";

  /** Fills the bank of known abuse of an installation that has never run. */
  void fill(Path data, PrintWriter out) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("bench", Map.of("gardefou.data", data.toString())));
    try (BriefDatabase database = BriefDatabase.open(environment)) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      for (int from = 1; from <= hashes; from += CHUNK) {
        int to = Math.min(hashes, from + CHUNK - 1);
        insert(sql, from, to);
        out.printf(Locale.ROOT, "\rFilling the bank: %,d of %,d hashes", to, hashes);
        out.flush();
      }
      sql.sql(INSERT + " SELECT id, ?, 'made up', 'bench' FROM matching.bank WHERE name = ?")
          .params(last.toBytes(), NAME)
          .update();
      out.println();
    }
  }

  /** What a look-up says that finds that entry only. */
  static String found(int number, int distance) {
    return "{\"known-abuse\":[{\"bank_content_id\":"
        + number
        + ",\"distance\":\""
        + distance
        + "\"}]}";
  }

  private static void insert(JdbcClient sql, int from, int to) {
    sql.sql(
            INSERT
                + """
                 SELECT b.id, decode(md5('a' || n) || md5('b' || n), 'hex'), 'made up', 'bench'
                FROM matching.bank b, generate_series(?::bigint, ?::bigint) n
                WHERE b.name = ? ORDER BY n
                """)
        .params(from, to, NAME)
        .update();
  }

  /** The hash of an entry. */
  static PdqHash hash(int number) {
    return PdqHash.parse(md5("a" + number) + md5("b" + number));
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
