package doors;

import eu.gardefou.access.Caller;
import eu.gardefou.access.Callers;
import eu.gardefou.access.TestClock;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The doors, with something small behind each. Outside the program's own packages, so that the
 * whole program does not find it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"eu.gardefou.database", "eu.gardefou.access", "eu.gardefou.evidence"})
public class AccessApplication {
  @Bean
  TestClock clock() {
    return new TestClock();
  }

  /** What the doors lead to; a component by being nested here. */
  @RestController
  static final class Behind {
    private final Clock clock;

    Behind(Clock clock) {
      this.clock = clock;
    }

    @GetMapping({
      "/v1/models",
      "/v1/screen",
      "/v1/moderations",
      "/v1/banks",
      "/v1/gateway/decisions/1",
      "/v1/other",
      "/m/lookup",
      "/c/banks"
    })
    Map<String, Object> machine(Caller caller) {
      return Map.of("caller", caller.id(), "at", clock.instant().toString());
    }

    @GetMapping("/v1/notices/1")
    Map<String, String> open() {
      return Map.of("caller", Callers.current().map(Caller::id).orElse("nobody"));
    }

    @PostMapping({"/v1/images/edits", "/v1/screen"})
    Callable<Map<String, String>> later(Caller caller) {
      return () -> Map.of("caller", caller.id());
    }

    @GetMapping("/")
    Map<String, String> home(Caller caller) {
      return Map.of("caller", caller.id(), "name", Callers.person().orElseThrow().name());
    }

    @GetMapping("/sign-in")
    Map<String, String> signIn(CsrfToken token) {
      return Map.of("token", token.getToken());
    }

    @PostMapping({"/banks", "/keys"})
    Map<String, String> change(Caller caller) {
      return Map.of("caller", caller.id());
    }
  }
}
