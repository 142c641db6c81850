package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile and broken requests, one a file: a line with path, content type and the expected status
 * and field, and after it the body, byte for byte.
 */
final class CorpusTest {
  private static RecordingUpstream upstream;
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    upstream = new RecordingUpstream();
    server = GatewayServer.start(upstream.property());
  }

  @AfterAll
  static void stop() {
    server.close();
    upstream.close();
  }

  @BeforeEach
  void forget() {
    server.screening.submissions.clear();
    upstream.sent.clear();
  }

  static Stream<Path> files() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(CorpusTest.class.getResource("/corpus/gateway"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedPlainlyAndGoesNowhere(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int end = 0;
    while (all[end] != '\n') {
      end++;
    }
    // path | content type | status | param
    String[] head = new String(all, 0, end, StandardCharsets.UTF_8).split(" \\| ", -1);
    HttpResponse<String> response =
        server.post(head[0], head[1], Arrays.copyOfRange(all, end + 1, all.length));
    assertThat(response.statusCode())
        .as("%s: %s", file.getFileName(), response.body())
        .isEqualTo(Integer.parseInt(head[2]));
    assertThat(Answers.param(response)).isEqualTo(head[3]);
    assertThat(Answers.shouldRetry(response)).isFalse();
    assertThat(response.body()).doesNotContain("tricycle", "Exception", "eu.gardefou");
    assertThat(server.screening.submissions).isEmpty();
    assertThat(upstream.sent).isEmpty();
  }
}
