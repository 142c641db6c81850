package eu.gardefou.matching;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.BankProblem.Cause;
import eu.gardefou.video.VpdqJson;
import java.util.List;
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
    if (type.equals(SignalType.VPDQ)) {
      checkVpdq(value);
    }
    if (digits > 0) {
      value = value.toLowerCase(Locale.ROOT);
      if (value.length() != digits || !HEX.matcher(value).matches()) {
        throw invalid("A value of " + type + " has " + digits + " hexadecimal digits.");
      }
    } else if (value.isEmpty() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
      throw invalid("A value of " + type + " has 1 to " + LONGEST + " characters.");
    }
  }

  private static void checkVpdq(String value) {
    try {
      VpdqJson.read(value);
    } catch (IllegalArgumentException malformed) {
      throw invalid("This is not a vPDQ fingerprint: " + malformed.getMessage() + ".");
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

  /**
   * Whether a look-up by it can say anything: false for a video without a frame of usable quality.
   */
  public boolean isTelling() {
    return !isVpdq() || !frames().isEmpty();
  }

  boolean isVpdq() {
    return type.equals(SignalType.VPDQ);
  }

  /** The hashes of a video's frames that are worth comparing. */
  List<PdqHash> frames() {
    return VpdqJson.read(value).hashes(PdqFingerprint.USABLE_QUALITY);
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
