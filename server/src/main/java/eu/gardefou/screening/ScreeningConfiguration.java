package eu.gardefou.screening;

import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.evidence.Ids;
import eu.gardefou.exchanges.ArachnidShield;
import eu.gardefou.lineage.Lineage;
import eu.gardefou.matching.Matching;
import eu.gardefou.media.Media;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.ShadowPolicy;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.reading.Reader;
import eu.gardefou.vision.Vision;
import eu.gardefou.wire.RawRequest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
      Reader reader,
      Matching matching,
      ArachnidShield elsewhere,
      Policy policy,
      ShadowPolicy shadow,
      EvidenceLog evidence,
      Lineage lineage,
      PlatformTransactionManager transactions,
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
                new ReadingCheck(reader, prompts),
                new ElsewhereCheck(elsewhere)),
            new ChangeCheck(vision),
            settings.patience());
    DecisionRecord record =
        new RecordedDecisions(
            evidence, ids, clock, new Asides(policy, shadow, settings.country(), meters));
    Chains chains =
        new LineageChains(
            lineage,
            LineageChains.print(evidence),
            evidence,
            new TransactionTemplate(transactions),
            meters,
            () -> means(policy, vision));
    return new MeteredScreening(
        new Pipeline(checks, policy, record, chains, settings.country()), meters);
  }

  private static String means(Policy policy, Vision vision) {
    return vision.models().stream()
        .map(model -> model.name() + " " + model.version() + " " + model.state().word())
        .sorted()
        .collect(Collectors.joining(", ", policy.version() + ": ", ""));
  }
}
