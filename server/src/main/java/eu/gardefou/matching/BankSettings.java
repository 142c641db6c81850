package eu.gardefou.matching;

import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.matching.BankProblem.Cause;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What curators say of a bank.
 *
 * @param name letters, digits, {@code _} and {@code -}, up to 64; not beginning with {@code -}
 * @param purpose one sentence, may be empty
 * @param radius the largest Hamming distance that counts as a match, 0 to 63
 * @param source who vouches for its entries, may be empty
 * @param legalGround why they may be kept and matched, may be empty
 * @param share of the look-ups of callers who sample, how many ask this bank, 0 to 1; the gateway
 *     always asks
 * @param disabledUntil nobody is answered from it before; null when it answers; {@link Instant#MAX}
 *     until further notice
 * @param note free text for curators, may be empty
 */
public record BankSettings(
    String name,
    BankKind kind,
    String purpose,
    int radius,
    String source,
    String legalGround,
    double share,
    @Nullable Instant disabledUntil,
    String note) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");
  private static final int LONGEST_SOURCE = 200;
  private static final int LONGEST_TEXT = 2_000;

  /**
   * Trims the texts.
   *
   * @throws BankProblem when any of it is out of range, with one sentence
   */
  public BankSettings {
    if (!NAME.matcher(name).matches()) {
      throw invalid(
          "A bank's name has 1 to 64 letters, digits, _ and -, and does not begin with -.");
    }
    if (radius < 0 || radius > HammingIndex.MOST_RADIUS) {
      throw invalid("A radius is 0 to " + HammingIndex.MOST_RADIUS + ", not " + radius + ".");
    }
    Moments.check(disabledUntil);
    if (!(share >= 0 && share <= 1)) {
      throw invalid("A share is 0 to 1, not " + share + ".");
    }
    purpose = Provenance.checked("purpose", purpose, LONGEST_TEXT);
    source = Provenance.checked("source", source, LONGEST_SOURCE);
    legalGround = Provenance.checked("legal ground", legalGround, LONGEST_TEXT);
    note = Provenance.checked("note", note, LONGEST_TEXT);
  }

  /** A bank that always answers, within the usual radius. */
  public static BankSettings of(String name, BankKind kind) {
    return new BankSettings(name, kind, "", HammingIndex.USUAL_RADIUS, "", "", 1, null, "");
  }

  /** The same under another name. */
  public BankSettings named(String other) {
    return new BankSettings(
        other, kind, purpose, radius, source, legalGround, share, disabledUntil, note);
  }

  /** The same for another purpose. */
  public BankSettings withPurpose(String other) {
    return new BankSettings(
        name, kind, other, radius, source, legalGround, share, disabledUntil, note);
  }

  /** The same with another radius. */
  public BankSettings withRadius(int other) {
    return new BankSettings(
        name, kind, purpose, other, source, legalGround, share, disabledUntil, note);
  }

  /** The same for another share of those who sample. */
  public BankSettings withShare(double other) {
    return new BankSettings(
        name, kind, purpose, radius, source, legalGround, other, disabledUntil, note);
  }

  /** The same, answering again at another time; null at once. */
  public BankSettings disabledUntil(@Nullable Instant other) {
    return new BankSettings(name, kind, purpose, radius, source, legalGround, share, other, note);
  }

  /** Whether its entries say now that other matches do not count. */
  boolean overrules(Instant now) {
    return kind == BankKind.SUPPRESS && share > 0 && !rests(now);
  }

  boolean rests(Instant now) {
    return disabledUntil != null && disabledUntil.isAfter(now);
  }

  private static BankProblem invalid(String sentence) {
    return new BankProblem(Cause.INVALID, sentence);
  }
}
