package eu.gardefou.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not encrypted stays in the operator's own networks. */
final class SenderTest {
  @Test
  void plainHttpGoesToNoPublicAddress() {
    sentTo("http://hook.example/", Cause.UNENCRYPTED, "127.0.0.2", "8.8.8.8");
    sentTo("http://hook.example/", Cause.UNENCRYPTED, "8.8.8.8");
    // As an answer of what is listened to by nobody: it was allowed, and tried.
    sentTo("http://hook.example:1/", Cause.UNREACHABLE, "127.0.0.2");
  }

  private static void sentTo(String address, Cause cause, String... addresses) {
    InetAddress[] found = new InetAddress[addresses.length];
    try (Sender sender =
        new Sender(
            List.of("127.0.0.0/8"),
            Duration.ofSeconds(2),
            _ -> {
              for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
              }
              return found;
            })) {
      assertThatExceptionOfType(FetchProblem.class)
          .isThrownBy(() -> sender.send("POST", URI.create(address), Map.of(), new byte[0]))
          .satisfies(problem -> assertThat(problem.reason()).isEqualTo(cause));
    }
  }
}
