package notices;

import eu.gardefou.access.TestClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * Notices and what they stand on. Outside the program's own packages, so that the whole program
 * does not find it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
  "eu.gardefou.database",
  "eu.gardefou.access",
  "eu.gardefou.evidence",
  "eu.gardefou.wire",
  "eu.gardefou.notices"
})
public class NoticesApplication {
  @Bean
  TestClock clock() {
    return new TestClock();
  }
}
