package eu.gardefou.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of hash that can be computed here: one that tells like pictures or videos, or one of exact
 * bytes.
 */
enum HashType {
  PDQ(null),
  VPDQ(null),
  MD5("MD5"),
  SHA1("SHA-1"),
  SHA256("SHA-256");

  private final @Nullable String algorithm;

  HashType(@Nullable String algorithm) {
    this.algorithm = algorithm;
  }

  /** The name that is printed, such as {@code sha256}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The digest of all bytes, in hexadecimal. */
  String ofBytes(InputStream content) throws IOException {
    if (algorithm == null) {
      throw new IllegalStateException(word() + " is of pixels");
    }
    try {
      var in = new DigestInputStream(content, MessageDigest.getInstance(algorithm));
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
