package eu.gardefou.matching;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A way to know a picture or a video by, named as Hasher-Matcher-Actioner names it. Types that
 * nothing here computes are kept all the same, and found when somebody asks for the very value.
 *
 * @param name lower-case letters, digits and {@code _}, up to 40
 */
public record SignalType(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Map<String, Integer> HEX_DIGITS =
      Map.of(
          "pdq", 64,
          "md5", 32,
          "sha1", 40,
          "sha256", 64,
          "video_md5", 32,
          "video_sha1", 40,
          "video_sha256", 64);

  /** The perceptual hash of a picture: 64 hexadecimal digits. */
  public static final SignalType PDQ = new SignalType("pdq");

  /** The bytes of a picture's file. */
  public static final SignalType MD5 = new SignalType("md5");

  /** The bytes of a picture's file. */
  public static final SignalType SHA1 = new SignalType("sha1");

  /** The bytes of a picture's file. */
  public static final SignalType SHA256 = new SignalType("sha256");

  /** The bytes of a video's file. */
  public static final SignalType VIDEO_MD5 = new SignalType("video_md5");

  /** The bytes of a video's file. */
  public static final SignalType VIDEO_SHA1 = new SignalType("video_sha1");

  /** The bytes of a video's file. */
  public static final SignalType VIDEO_SHA256 = new SignalType("video_sha256");

  /** The frames of a video: upstream's JSON. */
  public static final SignalType VPDQ = new SignalType("vpdq");

  /** Of pictures, by another maker; licensed. */
  public static final SignalType PHOTODNA = new SignalType("photodna");

  /** Of videos, by upstream. */
  public static final SignalType TMK_PDQF = new SignalType("tmk_pdqf");

  /**
   * Checks the name.
   *
   * @throws BankProblem when it is no such name
   */
  public SignalType {
    if (!NAME.matcher(name).matches()) {
      throw new BankProblem(
          BankProblem.Cause.INVALID,
          "A signal type has up to 40 lower-case letters, digits and _, and begins with a letter.");
    }
  }

  /** How many hexadecimal digits a value has; 0 when it is not of that form. */
  int hexDigits() {
    return HEX_DIGITS.getOrDefault(name, 0);
  }

  @Override
  public String toString() {
    return name;
  }
}
