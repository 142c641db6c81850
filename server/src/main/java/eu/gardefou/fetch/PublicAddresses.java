package eu.gardefou.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses that anybody on the Internet can reach, by the special-purpose registries of IANA
 * (RFC 6890): what is private, local, reserved or a disguise of another address is left out.
 */
final class PublicAddresses implements Addresses {
  private static final List<Network> NOT_PUBLIC =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carriers' own
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // the host's own services in one public cloud
          "169.254.0.0/16", // link-local, and clouds' metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays of 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4", // reserved, broadcast
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: another address in disguise
          "3fff::/20"); // documentation

  /** What is outside of it is not in use, or not public. */
  private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

  /** An IPv4 address as a network without IPv4 sees it (RFC 6052). */
  private static final Network NAT64 = Network.parse("64:ff9b::/96");

  /** The same within one's own network (RFC 8215). */
  private static final Network OWN_NAT64 = Network.parse("64:ff9b:1::/48");

  private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

  private final List<Network> allowedToo;
  private final List<Network> refusedToo;

  /**
   * Public ones, and as the operator wishes.
   *
   * @param allowedToo networks of the operator's own, which their callers may reach through us
   * @param refusedToo public addresses that are inside all the same; these come first
   */
  PublicAddresses(List<String> allowedToo, List<String> refusedToo) {
    this.allowedToo = networks(allowedToo.toArray(String[]::new));
    this.refusedToo = networks(refusedToo.toArray(String[]::new));
  }

  @Override
  public boolean allow(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] meant = meant(bytes);
    if (isIn(refusedToo, bytes) || isIn(refusedToo, meant)) {
      return false;
    }
    return isOwn(address) || isPublic(NAT64.contains(bytes) ? meant : bytes);
  }

  /** Whether it is in a network that the operator named. */
  boolean isOwn(InetAddress address) {
    byte[] bytes = address.getAddress();
    return isIn(allowedToo, bytes) || (NAT64.contains(bytes) && isIn(allowedToo, meant(bytes)));
  }

  /** The IPv4 address in disguise; itself when it is none. */
  private static byte[] meant(byte[] address) {
    if (NAT64.contains(address) || OWN_NAT64.contains(address)) {
      return Arrays.copyOfRange(address, 12, 16);
    }
    return SIX_TO_FOUR.contains(address) ? Arrays.copyOfRange(address, 2, 6) : address;
  }

  private static boolean isPublic(byte[] address) {
    boolean assigned = address.length == 4 || GLOBAL_UNICAST.contains(address);
    return assigned && !isIn(NOT_PUBLIC, address);
  }

  private static boolean isIn(List<Network> networks, byte[] address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return Arrays.stream(texts).map(Network::parse).toList();
  }
}
