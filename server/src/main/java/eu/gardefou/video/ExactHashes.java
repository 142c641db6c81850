package eu.gardefou.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes of exact bytes, in lower-case hexadecimal. Hasher-Matcher-Actioner calls those of a video
 * {@code video_md5} and {@code video_sha256}.
 *
 * @param md5 32 digits; others can make files with the same one, so it tells what is known and
 *     proves nothing
 * @param sha1 40 digits, with the same warning
 * @param sha256 64 digits
 */
public record ExactHashes(String md5, String sha1, String sha256) {
  /**
   * Reads to the end, once, and copies what it reads.
   *
   * @param limit how many bytes at most
   */
  static ExactHashes of(InputStream content, OutputStream copy, long limit) throws IOException {
    DigestInputStream md5 = digesting(content, "MD5");
    DigestInputStream sha1 = digesting(md5, "SHA-1");
    DigestInputStream sha256 = digesting(sha1, "SHA-256");
    byte[] part = new byte[1 << 16];
    long whole = 0;
    for (int read = sha256.read(part); read >= 0; read = sha256.read(part)) {
      whole += read;
      if (whole > limit) {
        throw Refusal.tooManyBytes(limit);
      }
      copy.write(part, 0, read);
    }
    return new ExactHashes(hex(md5), hex(sha1), hex(sha256));
  }

  private static DigestInputStream digesting(InputStream content, String algorithm) {
    try {
      return new DigestInputStream(content, MessageDigest.getInstance(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static String hex(DigestInputStream read) {
    return HexFormat.of().formatHex(read.getMessageDigest().digest());
  }
}
