package eu.gardefou.gateway;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Reason;
import eu.gardefou.screening.RequestOutcome;
import eu.gardefou.screening.Submission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was refused after an upstream had been asked, for a while. Upstreams draw by chance; asking
 * for the same again until a picture slips through must not work, so the same request gets the same
 * refusal and the upstream is not asked.
 *
 * <p>A request is known again by its words, without case, spacing and punctuation, by its pictures
 * and by its mask; size, quality and model do not make it another. With pictures it is known
 * whoever asks; words alone are common, so they count for one caller. Only salted digests are held,
 * in memory. Safe for many threads.
 */
final class RefusalMemory {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private final Clock clock;
  private final byte[] salt = new byte[32];
  private final Map<String, Remembered> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > MOST;
        }
      };

  RefusalMemory(Clock clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(salt);
  }

  /**
   * What is remembered of a refusal.
   *
   * @param stage {@code input}, {@code output} or {@code unknown}
   * @param reasons why nothing was delivered
   */
  record Kept(String stage, List<Reason> reasons) {
    Kept {
      reasons = List.copyOf(reasons);
    }
  }

  private record Remembered(Kept kept, Instant until) {}

  /** The refusal that the same request got; null when there was none. */
  synchronized @Nullable Kept of(String digest) {
    Remembered known = remembered.get(digest);
    if (known == null || clock.instant().isAfter(known.until())) {
      remembered.remove(digest);
      return null;
    }
    return known.kept();
  }

  /** Keeps a refusal. */
  synchronized void keep(String digest, Kept refusal) {
    remembered.remove(digest);
    remembered.put(digest, new Remembered(refusal, clock.instant().plus(KEPT)));
  }

  /** What a request is known by. A new policy is a new start. */
  String digest(RequestOutcome.Cleared cleared, String caller) {
    Submission submission = cleared.submission();
    MessageDigest digest = sha256();
    digest.update(salt);
    add(digest, text(cleared.verdict().policyVersion()));
    add(digest, text(submission.kind().word()));
    add(digest, text(submission.inputs().isEmpty() ? caller : ""));
    add(digest, text(letters(submission.text().prompt())));
    // The numbers keep a companion from passing for a prompt, and a mask for a picture.
    add(digest, text(Integer.toString(submission.text().companions().size())));
    submission.text().companions().forEach(companion -> add(digest, text(letters(companion))));
    add(digest, text(Integer.toString(submission.inputs().size())));
    for (Picture input : submission.inputs()) {
      add(digest, input.canonicalPng().bytes());
    }
    Picture mask = submission.mask();
    if (mask != null) {
      add(digest, mask.canonicalPng().bytes());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Each piece is digested by itself, so that no two lists of pieces look alike. */
  private static void add(MessageDigest digest, byte[] piece) {
    digest.update(sha256().digest(piece));
  }

  private static String letters(String prompt) {
    return Normalizer.normalize(prompt, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
