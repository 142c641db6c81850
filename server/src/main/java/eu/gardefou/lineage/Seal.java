package eu.gardefou.lineage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns requests into keyed digests and sketches. Without the key, which is not in the database,
 * nobody can tell what was asked, or try words until they fit. Safe for many threads.
 */
public final class Seal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int RUN = 3;

  private final SecretKeySpec key;
  private final long first;
  private final long second;

  /**
   * Takes a key.
   *
   * @param secret 32 bytes, the same on every node
   */
  public Seal(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    ByteBuffer marks = ByteBuffer.wrap(hmac("marks".getBytes(StandardCharsets.UTF_8)));
    this.first = marks.getLong();
    this.second = marks.getLong();
  }

  /** One digest of all pieces in their order; no two lists of pieces are digested alike. */
  public byte[] digest(List<byte[]> pieces) {
    ByteBuffer all = ByteBuffer.allocate(pieces.size() * 32);
    pieces.forEach(piece -> all.put(hmac(piece)));
    return hmac(all.array());
  }

  /** Words without case, accents, spacing and punctuation. */
  public static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A sketch of all texts together. */
  public Sketch sketch(List<String> texts) {
    Set<Long> runs = new HashSet<>();
    for (String text : texts) {
      int[] letters = letters(text).codePoints().toArray();
      if (letters.length > 0 && letters.length < RUN) {
        letters = Arrays.copyOf(letters, RUN);
      }
      for (int i = 0; i + RUN <= letters.length; i++) {
        runs.add((long) letters[i] << 42 | (long) letters[i + 1] << 21 | letters[i + 2]);
      }
    }
    int[] marks = runs.stream().mapToInt(this::mark).distinct().toArray();
    int size = marks.length;
    for (int i = 0; i < size; i++) {
      marks[i] ^= Integer.MIN_VALUE;
    }
    Arrays.sort(marks);
    marks = Arrays.copyOf(marks, Math.min(size, Sketch.MOST));
    for (int i = 0; i < marks.length; i++) {
      marks[i] ^= Integer.MIN_VALUE;
    }
    return new Sketch(marks, size);
  }

  /** SipHash-2-4 of one run: keyed, and quick enough for the longest of texts. */
  private int mark(long run) {
    long[] v = {
      first ^ 0x736f6d6570736575L,
      second ^ 0x646f72616e646f6dL,
      first ^ 0x6c7967656e657261L,
      second ^ 0x7465646279746573L
    };
    long end = (long) Long.BYTES << 56;
    for (long word : new long[] {run, end}) {
      v[3] ^= word;
      round(v);
      round(v);
      v[0] ^= word;
    }
    v[2] ^= 0xff;
    for (int i = 0; i < 4; i++) {
      round(v);
    }
    return (int) ((v[0] ^ v[1] ^ v[2] ^ v[3]) >>> 32);
  }

  private static void round(long[] v) {
    v[0] += v[1];
    v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
    v[0] = Long.rotateLeft(v[0], 32);
    v[2] += v[3];
    v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
    v[2] = Long.rotateLeft(v[2], 32);
  }

  private byte[] hmac(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
