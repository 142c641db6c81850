package eu.gardefou.screening;

import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.evidence.Ids;
import eu.gardefou.exchanges.ArachnidShield;
import eu.gardefou.matching.Matching;
import eu.gardefou.media.Media;
import eu.gardefou.policy.Policy;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.vision.Vision;
import eu.gardefou.wire.RawRequest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScreenSettings.class)
class ScreeningConfiguration {
  @Bean
  FilterRegistrationBean<Filter> screenBodies() {
    return RawRequest.filter("/v1/screen");
  }

  @Bean
  Screening screening(
      Media media,
      Prompts prompts,
      Vision vision,
      Matching matching,
      ArachnidShield elsewhere,
      Policy policy,
      EvidenceLog evidence,
      Ids ids,
      Clock clock,
      MeterRegistry meters,
      ScreenSettings settings) {
    Checks checks =
        new Checks(
            media,
            new WordsCheck(prompts),
            List.of(
                new MatchingCheck(matching),
                new VisionCheck(vision),
                new ElsewhereCheck(elsewhere)),
            new ChangeCheck(vision),
            settings.patience());
    DecisionRecord record = new RecordedDecisions(evidence, ids, clock);
    return new MeteredScreening(new Pipeline(checks, policy, record, settings.country()), meters);
  }
}
