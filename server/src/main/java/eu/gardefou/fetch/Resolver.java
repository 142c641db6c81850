package eu.gardefou.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name; may take its time. */
@FunctionalInterface
interface Resolver {
  InetAddress[] resolve(String host) throws UnknownHostException;
}
