package eu.gardefou.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hasher-Matcher-Actioner's paths without a key, for programs on this machine and nobody else.
 *
 * <p>A browser on this machine is somebody else: a page from anywhere can make it ask. So the host
 * must be named as this machine, and nothing may say that the request comes from a page or through
 * a proxy. A proxy that says nothing of itself cannot be told from a program on this machine, which
 * is why changing banks has to be wished for besides.
 */
final class OpenDoor {
  private static final Pattern LOOPBACK_HOST =
      Pattern.compile("(localhost|127\\.[0-9.]{5,11}|\\[::1])(:[0-9]{1,5})?");
  private static final Pattern LOOPBACK = Pattern.compile("127\\.[0-9.]{5,11}|::1|0:0:0:0:0:0:0:1");

  /** What proxies have long spoken to those behind them when nobody set them up, and few others. */
  private static final String OF_PROXIES = "HTTP/1.0";

  private static final List<String> SIGNS_OF_SOMEBODY_ELSE =
      List.of(
          "Origin",
          "Referer",
          "Sec-Fetch-Site",
          "Cookie",
          "Forwarded",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP");

  private final Opening opening;
  private final MachineKey key;

  private OpenDoor(Opening opening) {
    this.opening = opening;
    this.key =
        new MachineKey("open", "open door", opening.scopes(), Instant.EPOCH, "local", null, null);
  }

  /**
   * As the operator wishes.
   *
   * @param address that the server listens on; empty or null for all
   * @param forwarded how a proxy's headers are believed
   * @throws OpenDoorProblem when it would be open to other machines
   */
  static OpenDoor of(Opening opening, @Nullable String address, String forwarded) {
    boolean wished = opening != Opening.NONE;
    if (wished && !isLoopback(address)) {
      throw new OpenDoorProblem(
          "Without a key only this machine may ask: --hma-open needs GARDEFOU_ADDRESS=127.0.0.1.");
    }
    if (wished && !forwarded.equals("none")) {
      throw new OpenDoorProblem(
          "Behind a proxy nobody knows who asks: --hma-open needs GARDEFOU_FORWARDED=none.");
    }
    return new OpenDoor(opening);
  }

  /** What the request may do without a key; empty when it needs one. */
  Optional<MachineKey> key(HttpServletRequest request) {
    return opening != Opening.NONE && isFromHere(request) ? Optional.of(key) : Optional.empty();
  }

  private static boolean isFromHere(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return LOOPBACK.matcher(request.getRemoteAddr()).matches()
        && host != null
        && LOOPBACK_HOST.matcher(host).matches()
        && !OF_PROXIES.equals(request.getProtocol())
        && SIGNS_OF_SOMEBODY_ELSE.stream().allMatch(name -> request.getHeader(name) == null);
  }

  private static boolean isLoopback(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return false;
    }
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
