package eu.gardefou.exchanges.peer;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request to a peer.
 *
 * @param path after the base address, with its query, already encoded
 * @param body null for none
 */
public record Call(String method, String path, Map<String, String> headers, @Nullable String body) {
  /** How long a whole answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Keeps its own copy. */
  public Call {
    headers = Map.copyOf(headers);
  }

  /** Asks for something. */
  public static Call get(String path) {
    return new Call("GET", path, Map.of(), null);
  }

  /** Sends something. */
  public static Call send(String method, String path, String type, String body) {
    return new Call(method, path, Map.of("Content-Type", type), body);
  }

  /** The same with one more header. */
  public Call with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Call(method, path, more, body);
  }

  /** Neither credentials nor what is asked for. */
  @Override
  public String toString() {
    return method + " " + path.replaceFirst("\\?.*", "");
  }
}
