package eu.gardefou.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * All addresses that begin with the same bits, such as {@code 10.0.0.0/8}.
 *
 * @param bits how many bits count
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Network(byte[] start, int bits) {
  /** Keeps its own copy, and refuses more bits than there are. */
  Network {
    start = start.clone();
    if (bits < 0 || bits > start.length * 8) {
      throw new IllegalArgumentException("a network has no " + bits + " bits");
    }
  }

  /**
   * Reads {@code address/bits}.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? "" : text.substring(0, slash);
    // Only what cannot be a name: nothing is looked up here.
    if (!address.matches("[0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException("a network is such as 10.0.0.0/8, and not " + text);
    }
    try {
      return new Network(
          InetAddress.getByName(address).getAddress(), Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException("a network is such as 10.0.0.0/8, and not " + text, e);
    }
  }

  boolean contains(byte[] address) {
    if (address.length != start.length) {
      return false;
    }
    int whole = bits / 8;
    int rest = bits % 8;
    return Arrays.equals(start, 0, whole, address, 0, whole)
        && (rest == 0 || ((start[whole] ^ address[whole]) & (0xff << (8 - rest)) & 0xff) == 0);
  }
}
