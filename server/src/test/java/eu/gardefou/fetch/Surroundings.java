package eu.gardefou.fetch;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;

/** A site with pictures, names that lead to it or elsewhere, and somebody who fetches. */
final class Surroundings implements AutoCloseable {
  static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
  static final Duration LONG = Duration.ofMinutes(5);

  /** To tests, all of loopback is the public Internet but for this address. */
  static final String INNER = "127.9.9.9";

  final Map<String, List<String>> names = new ConcurrentHashMap<>();
  final AtomicInteger lookups = new AtomicInteger();
  final Site site = new Site();
  final Fetcher fetcher = fetcher(LONG, 32);

  Surroundings() {
    names.put("pictures.example", List.of("127.0.0.1"));
    names.put("inner.example", List.of(INNER));
    names.put("mixed.example", List.of("127.0.0.1", INNER));
    site.file("/picture", "image/png", PICTURE);
  }

  @Override
  public void close() {
    fetcher.close();
    site.close();
  }

  Fetcher fetcher(Duration time, int atOnce) {
    var settings =
        new FetchSettings(Set.of(site.port()), time, LONG, 5, atOnce, List.of(), List.of());
    return new Fetcher(
        settings,
        new Lookups(this::resolve, address -> !address.getHostAddress().equals(INNER)),
        DefaultClientTlsStrategy.createDefault());
  }

  InetAddress[] resolve(String host) throws UnknownHostException {
    lookups.incrementAndGet();
    List<String> numbers = names.getOrDefault(host, host.matches("[0-9.]+") ? List.of(host) : null);
    if (numbers == null) {
      throw new UnknownHostException(host);
    }
    InetAddress[] addresses = new InetAddress[numbers.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(numbers.get(i));
    }
    return addresses;
  }

  String at(String host, String path) {
    return "http://" + host + ":" + site.port() + path;
  }

  byte[] fetched(String path) {
    return fetched(fetcher, at("pictures.example", path), 1_000);
  }

  static byte[] fetched(Fetcher fetcher, String address, long most) {
    return fetcher.fetch(address, Wanted.MEDIA, file -> file.bytes(most, _ -> {}));
  }

  void refused(Cause cause, String path) {
    refusedAt(cause, at("pictures.example", path));
  }

  void refusedAt(Cause cause, String address) {
    assertThatExceptionOfType(FetchProblem.class)
        .isThrownBy(() -> fetched(fetcher, address, 1_000))
        .matches(problem -> problem.reason() == cause, cause.toString());
  }
}
