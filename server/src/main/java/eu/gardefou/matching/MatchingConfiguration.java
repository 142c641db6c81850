package eu.gardefou.matching;

import eu.gardefou.wire.RawRequest;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {
  @Bean
  FilterRegistrationBean<Filter> bankBodies() {
    return RawRequest.filter("/v1/banks/*");
  }

  @Bean
  Matching matching(JdbcClient sql, ObjectProvider<Clock> clock) {
    return new Matching(sql, clock.getIfAvailable(Clock::systemUTC));
  }
}
