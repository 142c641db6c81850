package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.BankProblem.Cause;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What one picture or video is known by.
 *
 * @param value as its type writes it: hexadecimal digits in lower case where it is a plain hash
 */
public record Signal(SignalType type, String value) {
  /** Longer values cannot be asked for; they are kept. */
  static final int LONGEST_EXACT = 256;

  private static final int LONGEST = 4 << 20;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

  /**
   * Trims the value, and puts hexadecimal digits into lower case.
   *
   * @throws BankProblem when the value is not of its type, with one sentence
   */
  public Signal {
    value = value.strip();
    int digits = type.hexDigits();
    if (digits > 0) {
      value = value.toLowerCase(Locale.ROOT);
      if (value.length() != digits || !HEX.matcher(value).matches()) {
        throw invalid("A value of " + type + " has " + digits + " hexadecimal digits.");
      }
    } else if (value.isEmpty() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
      throw invalid("A value of " + type + " has 1 to " + LONGEST + " characters.");
    }
  }

  /** A signal from words. */
  public static Signal of(String type, String value) {
    return new Signal(new SignalType(type), value);
  }

  /** The perceptual hash of a picture. */
  public static Signal of(PdqHash hash) {
    return new Signal(SignalType.PDQ, hash.toString());
  }

  boolean isPdq() {
    return type.equals(SignalType.PDQ);
  }

  PdqHash pdq() {
    return PdqHash.parse(value);
  }

  private static BankProblem invalid(String sentence) {
    return new BankProblem(Cause.INVALID, sentence);
  }
}
