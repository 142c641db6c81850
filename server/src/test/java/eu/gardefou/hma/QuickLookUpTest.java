package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.KeyCheck;
import eu.gardefou.matching.Matching;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A database that does not answer is waited for once, and not again on the long way. */
final class QuickLookUpTest {
  private static final FilterChain LONG_WAY =
      (_, _) -> {
        throw new AssertionError("the long way was gone");
      };

  private final HmaGate hma = HmaGate.shared();

  @Test
  void anUnreachableBankIsSaidAtOnce() throws IOException, ServletException {
    Matching gone = new Matching(nowhere(), Clock.systemUTC());
    assertUnavailable(
        new QuickLookUp(gone, hma.gate.bean(TypeNames.class), hma.gate.bean(KeyCheck.class)));
  }

  @Test
  void soIsAnUnreachableListOfTypes() throws IOException, ServletException {
    assertUnavailable(
        new QuickLookUp(
            hma.gate.bean(Matching.class),
            new TypeNames(nowhere()),
            hma.gate.bean(KeyCheck.class)));
  }

  private void assertUnavailable(QuickLookUp quick) throws IOException, ServletException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/m/lookup");
    request.setQueryString("signal_type=pdq&signal=" + "5a".repeat(32));
    request.addHeader("X-API-Key", hma.key);
    MockHttpServletResponse response = new MockHttpServletResponse();

    quick.doFilter(request, response, LONG_WAY);

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    assertThat(response.getContentAsString())
        .isEqualTo("{\"message\":\"The banks cannot be reached at the moment.\"}");
  }

  /** Where nothing listens. */
  private static JdbcClient nowhere() {
    return JdbcClient.create(
        new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "nobody", "nothing"));
  }
}
