package eu.gardefou.wire;

import java.util.Base64;
import java.util.Locale;

/** A picture inside an address: {@code data:image/png;base64,…} (RFC 2397). */
public final class DataUrl {
  private static final int LONGEST_HEAD = 128;

  private DataUrl() {}

  /** Whether an address is one. */
  public static boolean is(String address) {
    return address.regionMatches(true, 0, "data:", 0, 5);
  }

  /**
   * The bytes inside. What the address says of their type is not believed, and not read.
   *
   * @throws BadRequest when it is no such address, or is broken
   */
  public static byte[] bytes(String param, String address) {
    int comma = address.indexOf(',');
    String head =
        comma < 0 || comma > LONGEST_HEAD
            ? ""
            : address.substring(0, comma).toLowerCase(Locale.ROOT);
    if (!head.startsWith("data:")) {
      // Fetching would let a client reach into the operator's network, and see another picture
      // than the one that is screened.
      throw BadRequest.invalid(
          param, "Addresses are not fetched: send the picture itself, as a data URL.");
    }
    if (!head.endsWith(";base64")) {
      throw BadRequest.invalid(param, "A data URL must be base64.");
    }
    try {
      return Base64.getDecoder().decode(address.substring(comma + 1));
    } catch (IllegalArgumentException e) {
      throw BadRequest.invalid(param, "The data URL is not proper base64.");
    }
  }
}
