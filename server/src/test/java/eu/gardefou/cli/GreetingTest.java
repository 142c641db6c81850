package eu.gardefou.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.WholeGate;
import eu.gardefou.access.Keys;
import eu.gardefou.access.SignInLinks;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Whoever opens a door without a key is told what is open, and to whom. */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class GreetingTest {
  private static final String PROXY = "so may everybody whom a proxy on this machine forwards here";

  private static WholeGate gate;

  @BeforeAll
  static void start() {
    gate = WholeGate.start();
  }

  @AfterAll
  static void stop() {
    gate.close();
  }

  @Test
  void anOpenDoorIsWarnedOf() {
    assertThat(printed("true"))
        .contains("WARNING", "without a key, programs on this machine may hash and look up;", PROXY)
        .doesNotContain("CHANGE BANKS");
    assertThat(printed("all")).contains("WARNING", "may hash, look up and CHANGE BANKS;", PROXY);
  }

  @Test
  void whereNothingIsOpenNothingIsWarnedOf() {
    assertThat(printed("false"))
        .contains("Gardefou is running.")
        .doesNotContain("WARNING", "without a key", PROXY);
  }

  private static String printed(String open) {
    // The program has no bean for where it runs; the greeting that it made itself knows.
    Object server =
        requireNonNull(ReflectionTestUtils.getField(gate.bean(Greeting.class), "server"));
    StringWriter terminal = new StringWriter();
    new Greeting(
            (WebServerApplicationContext) server,
            gate.bean(Keys.class),
            gate.bean(SignInLinks.class),
            open)
        .print(new PrintWriter(terminal), false);
    return terminal.toString();
  }
}
