package eu.gardefou.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hasher-Matcher-Actioner's paths without a key, for programs on this machine and nobody else.
 *
 * <p>A browser on this machine is somebody else: a page from anywhere can make it ask. So the host
 * must be named as this machine, and nothing may say that the request comes from a page or through
 * a proxy.
 */
final class OpenDoor {
  private static final Pattern LOOPBACK_HOST =
      Pattern.compile("(localhost|127\\.[0-9.]{5,11}|\\[::1])(:[0-9]{1,5})?");
  private static final Pattern LOOPBACK = Pattern.compile("127\\.[0-9.]{5,11}|::1|0:0:0:0:0:0:0:1");

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

  private static final MachineKey KEY =
      new MachineKey(
          "open",
          "open door",
          Set.of(Scope.MATCH, Scope.CURATE),
          Instant.EPOCH,
          "local",
          null,
          null);

  private final boolean open;

  private OpenDoor(boolean open) {
    this.open = open;
  }

  /**
   * As the operator wishes.
   *
   * @param address that the server listens on; empty or null for all
   * @param forwarded how a proxy's headers are believed
   * @throws OpenDoorProblem when it would be open to other machines
   */
  static OpenDoor of(boolean wished, @Nullable String address, String forwarded) {
    if (wished && !isLoopback(address)) {
      throw new OpenDoorProblem(
          "Without a key only this machine may ask: --hma-open needs GARDEFOU_ADDRESS=127.0.0.1.");
    }
    if (wished && !forwarded.equals("none")) {
      throw new OpenDoorProblem(
          "Behind a proxy nobody knows who asks: --hma-open needs GARDEFOU_FORWARDED=none.");
    }
    return new OpenDoor(wished);
  }

  /** What the request may do without a key; empty when it needs one. */
  Optional<MachineKey> key(HttpServletRequest request) {
    return open && isFromHere(request) ? Optional.of(KEY) : Optional.empty();
  }

  private static boolean isFromHere(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return LOOPBACK.matcher(request.getRemoteAddr()).matches()
        && host != null
        && LOOPBACK_HOST.matcher(host).matches()
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
