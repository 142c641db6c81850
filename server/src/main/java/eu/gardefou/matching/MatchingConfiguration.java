package eu.gardefou.matching;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {
  @Bean
  Matching matching(JdbcClient sql, ObjectProvider<Clock> clock) {
    return new Matching(sql, clock.getIfAvailable(Clock::systemUTC));
  }
}
