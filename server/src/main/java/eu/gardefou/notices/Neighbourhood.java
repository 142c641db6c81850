package eu.gardefou.notices;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The part of an address that one subscriber or house has: 24 bits of IPv4, 48 of IPv6. Whoever has
 * one address of such a block often has the others too.
 */
record Neighbourhood(String prefix) {
  /**
   * Of the address that a request comes from. It is never a name, so nothing is looked up.
   *
   * @param remote such as {@code 203.0.113.7} or {@code 2001:db8::1}
   */
  static Neighbourhood of(String remote) {
    int zone = remote.indexOf('%');
    try {
      byte[] address =
          InetAddress.getByName(zone < 0 ? remote : remote.substring(0, zone)).getAddress();
      int kept = address.length == 4 ? 3 : 6;
      return new Neighbourhood(HexFormat.of().formatHex(Arrays.copyOf(address, kept)));
    } catch (UnknownHostException e) {
      // All that have no address share one neighbourhood: they wait for each other.
      return new Neighbourhood("none");
    }
  }
}
