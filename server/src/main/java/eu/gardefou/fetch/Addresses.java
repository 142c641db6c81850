package eu.gardefou.fetch;

import java.net.InetAddress;

/** Which addresses may be connected to. */
@FunctionalInterface
interface Addresses {
  boolean allow(InetAddress address);
}
