package eu.gardefou.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells one file from another, byte for byte. MD5 and SHA-1 are weak against somebody who
 * makes two files alike on purpose; lists of known files are kept by them all the same.
 *
 * @param md5 32 hexadecimal digits in lower case (RFC 1321)
 * @param sha1 40 hexadecimal digits in lower case (FIPS 180-4)
 * @param sha256 64 hexadecimal digits in lower case (FIPS 180-4)
 */
public record FileDigests(String md5, String sha1, String sha256) {
  /** Of the bytes of a file. */
  public static FileDigests of(byte[] file) {
    return new FileDigests(hex("MD5", file), hex("SHA-1", file), hex("SHA-256", file));
  }

  private static String hex(String algorithm, byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
