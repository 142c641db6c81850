package eu.gardefou.notices;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import eu.gardefou.notices.NoticeProblem.Cause;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What only this installation can make: links and codes of notices, digests of both, and the seal
 * on contact data. All from one key of 32 bytes that is not in the database, so that whoever reads
 * the database opens no case page and reads no name. Safe for many threads.
 */
final class Secrets {
  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int CODE = 8;
  private static final int LINK_BYTES = 24;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Aead aead;

  Secrets(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.aead = aead(mac("seal, version 1", ""));
  }

  /** A link of 192 bits, as 32 letters. The same notice always has the same. */
  String link(UUID notice) {
    byte[] bytes = Arrays.copyOf(mac("link, version 1", notice.toString()), LINK_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A code of 40 bits, as 8 letters that can be read out and typed. */
  String code(UUID notice) {
    byte[] bytes = mac("code, version 1", notice.toString());
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE; i++) {
      code.append(ALPHABET.charAt(bytes[i] & 31));
    }
    return code.toString();
  }

  String linkDigest(String link) {
    return hex("digest of a link, version 1", link);
  }

  /** As people type it: in small letters, with blanks or dashes. */
  String codeDigest(String link, String code) {
    String typed = code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return hex("digest of a code, version 1", link + "\n" + typed);
  }

  /** A digest of anything else. */
  String digest(String purpose, String text) {
    return hex("digest of " + purpose + ", version 1", text);
  }

  byte[] seal(UUID notice, String text) {
    try {
      return aead.encrypt(bytes(text), bytes(notice.toString()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing can be sealed", e);
    }
  }

  /**
   * Opens what was sealed for this notice.
   *
   * @throws NoticeProblem when it was sealed with another key, or for another notice
   */
  String open(UUID notice, byte[] sealed) {
    try {
      return new String(aead.decrypt(sealed, bytes(notice.toString())), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new NoticeProblem(
          Cause.KEY, "The contact data was sealed with another key: put keys/notices back.", e);
    }
  }

  /**
   * Refuses a key other than the one that this database began with; the first one is remembered.
   */
  Secrets checkedAgainst(JdbcClient sql) {
    String fingerprint = hex("fingerprint, version 1", "");
    sql.sql("INSERT INTO notices.secret (fingerprint) VALUES (?) ON CONFLICT DO NOTHING")
        .param(fingerprint)
        .update();
    String first = sql.sql("SELECT fingerprint FROM notices.secret").query(String.class).single();
    if (!first.equals(fingerprint)) {
      throw new NoticeProblem(
          Cause.KEY,
          "The key of the notices is not the one that this database began with: put keys/notices"
              + " back into the data folder, the same on every node.");
    }
    return this;
  }

  private String hex(String label, String text) {
    return HexFormat.of().formatHex(mac(label, text));
  }

  /** HMAC-SHA-256 of a label and a text; a label has no line end, so the two cannot be shifted. */
  private byte[] mac(String label, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes("gardefou notices: " + label + "\n" + text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @AccessesPartialKey // the key is ours: derived from our own file
  private static Aead aead(byte[] key) {
    try {
      AeadConfig.register();
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(32)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.NO_PREFIX)
              .build();
      AesGcmKey sealing =
          AesGcmKey.builder()
              .setParameters(parameters)
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build();
      return KeysetHandle.newBuilder()
          .addEntry(KeysetHandle.importKey(sealing).withFixedId(1).makePrimary())
          .build()
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM takes 32 bytes", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
