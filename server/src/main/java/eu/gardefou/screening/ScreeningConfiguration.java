package eu.gardefou.screening;

import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.evidence.Ids;
import eu.gardefou.matching.Matching;
import eu.gardefou.media.Media;
import eu.gardefou.policy.Policy;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.vision.Vision;
import eu.gardefou.wire.RawRequest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScreenSettings.class)
class ScreeningConfiguration {
  /** Longer than any check takes when it has capacity; what takes longer was not assessed. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Before anything that might ask for a parameter, security included. */
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<Filter> screenBodies() {
    Filter filter =
        (request, response, chain) ->
            chain.doFilter(new RawRequest((HttpServletRequest) request), response);
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/v1/screen");
    registration.setOrder(FIRST);
    return registration;
  }

  @Bean
  Screening screening(
      Media media,
      Prompts prompts,
      Vision vision,
      Matching matching,
      Policy policy,
      EvidenceLog evidence,
      Ids ids,
      Clock clock,
      MeterRegistry meters) {
    Checks checks =
        new Checks(
            media,
            new WordsCheck(prompts),
            List.of(new MatchingCheck(matching), new VisionCheck(vision)),
            PATIENCE);
    DecisionRecord record = new RecordedDecisions(evidence, ids, clock);
    return new MeteredScreening(new Pipeline(checks, policy, record), meters);
  }
}
