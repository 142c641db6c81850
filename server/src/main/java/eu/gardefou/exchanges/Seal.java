package eu.gardefou.exchanges;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import eu.gardefou.database.DataFolder;
import eu.gardefou.exchanges.ExchangeProblem.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * Seals credentials with AES-256-GCM. What was sealed for one owner opens for no other. Safe for
 * many threads.
 */
final class Seal {
  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final Aead aead;

  @AccessesPartialKey // the key is ours: 32 bytes of our own file
  Seal(byte[] key) {
    try {
      AeadConfig.register();
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(KEY)
              .setIvSizeBytes(NONCE)
              .setTagSizeBytes(TAG)
              .setVariant(AesGcmParameters.Variant.NO_PREFIX)
              .build();
      AesGcmKey sealing =
          AesGcmKey.builder()
              .setParameters(parameters)
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build();
      KeysetHandle handle =
          KeysetHandle.newBuilder()
              .addEntry(KeysetHandle.importKey(sealing).withFixedId(1).makePrimary())
              .build();
      this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM takes 32 bytes", e);
    }
  }

  /**
   * The key of this installation, made at first use; or the one in a file that several nodes share,
   * which has to be there.
   *
   * @param file empty for the one of this installation
   * @throws ExchangeProblem when the file is missing or damaged
   */
  static Seal of(DataFolder folder, String file) {
    if (file.isBlank()) {
      return new Seal(folder.secret("exchanges"));
    }
    try {
      String text = Files.readString(Path.of(file.strip()), StandardCharsets.US_ASCII).strip();
      if (text.length() == 2 * KEY) {
        return new Seal(HexFormat.of().parseHex(text));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(e);
    }
    throw unusable(new IllegalArgumentException("another length"));
  }

  private static ExchangeProblem unusable(Exception cause) {
    return new ExchangeProblem(
        Cause.KEY,
        "The file that gardefou.exchanges.key-file names cannot be read, or is not 64 hexadecimal"
            + " digits.",
        cause);
  }

  byte[] close(String owner, String secret) {
    try {
      return aead.encrypt(bytes(secret), bytes(owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing can be sealed", e);
    }
  }

  /**
   * Opens what was sealed for this owner.
   *
   * @throws ExchangeProblem when it was sealed with another key, or for another
   */
  String open(String owner, byte[] sealed) {
    try {
      return new String(aead.decrypt(sealed, bytes(owner)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new ExchangeProblem(
          Cause.KEY,
          "The credentials were sealed with another key: put the key file keys/exchanges back, or"
              + " set the credentials anew.",
          e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
