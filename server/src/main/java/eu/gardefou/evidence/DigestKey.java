package eu.gardefou.evidence;

import eu.gardefou.database.DatabaseProblem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The installation's key for digests. Never printed, never stored in the database. */
final class DigestKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] LABEL =
      "gardefou digest key, version 1".getBytes(StandardCharsets.UTF_8);

  private final SecretKeySpec key;

  DigestKey(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * Reads a configured key.
   *
   * @param hex 64 hexadecimal digits
   */
  static DigestKey configured(String hex) {
    if (!hex.matches("[0-9a-fA-F]{64}")) {
      throw new DatabaseProblem("GARDEFOU_EVIDENCE_KEY has exactly 64 hexadecimal digits.");
    }
    return new DigestKey(HexFormat.of().parseHex(hex));
  }

  String digest(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /**
   * Refuses a key other than the one that the digests on record were made with; the first key is
   * remembered.
   */
  DigestKey checkedAgainst(JdbcClient sql) {
    String fingerprint = digest(LABEL).substring(0, 32);
    sql.sql("INSERT INTO evidence.digest_key (fingerprint) VALUES (?) ON CONFLICT DO NOTHING")
        .param(fingerprint)
        .update();
    String first =
        sql.sql("SELECT fingerprint FROM evidence.digest_key").query(String.class).single();
    if (!first.equals(fingerprint)) {
      throw new DatabaseProblem(
          "The key for digests is not the one that this database began with: put keys/evidence"
              + " back into the data folder, or set GARDEFOU_EVIDENCE_KEY to the same value on"
              + " every node.");
    }
    return this;
  }
}
