package eu.gardefou.fetch;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address in one spelling that everybody reads in the same way. Odd spellings of numbers,
 * letters beyond ASCII, users and zones are refused rather than understood.
 *
 * @param uri absolute, without a fragment
 * @param host a name in lower case, four numbers, or an IPv6 address in brackets
 */
record Address(URI uri, String host) {
  private static final int LONGEST = 2_048;
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  /** What WHATWG calls ending in a number: readers disagree what such a host means. */
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern FOUR_NUMBERS = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern SIX = Pattern.compile("\\[[0-9a-f:.]+]");

  /**
   * Reads an address.
   *
   * @param ports that are connected to
   * @throws FetchProblem when it is not one that is fetched
   */
  static Address of(String text, Set<Integer> ports) {
    if (text.length() > LONGEST) {
      throw refused();
    }
    try {
      return of(new URI(text), ports);
    } catch (URISyntaxException e) {
      throw refused();
    }
  }

  private static Address of(URI uri, Set<Integer> ports) throws URISyntaxException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean known = scheme.equals("http") || scheme.equals("https");
    if (!known || uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw refused();
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("http") ? 80 : 443;
    if (!isPlain(host) || !ports.contains(port)) {
      throw refused();
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Address(new URI(scheme + "://" + host + ":" + port + path + query), host);
  }

  /**
   * Where a redirect leads.
   *
   * @throws FetchProblem when that is not fetched, or gives up encryption
   */
  Address redirected(String location, Set<Integer> ports) {
    URI target;
    try {
      target = uri.resolve(new URI(location));
    } catch (URISyntaxException e) {
      throw new FetchProblem(Cause.UNREACHABLE, e);
    }
    Address next = of(target.toString(), ports);
    if (secure() && !next.secure()) {
      throw new FetchProblem(Cause.UNREACHABLE);
    }
    return next;
  }

  boolean secure() {
    return "https".equals(uri.getScheme());
  }

  private static boolean isPlain(String host) {
    if (host.startsWith("[")) {
      return SIX.matcher(host).matches();
    }
    return ENDS_IN_NUMBER.matcher(host).matches()
        ? FOUR_NUMBERS.matcher(host).matches()
        : NAME.matcher(host).matches();
  }

  private static FetchProblem refused() {
    return new FetchProblem(Cause.ADDRESS);
  }
}
