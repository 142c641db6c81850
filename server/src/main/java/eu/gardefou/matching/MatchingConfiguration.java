package eu.gardefou.matching;

import eu.gardefou.wire.RawRequest;
import jakarta.servlet.Filter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {
  @Bean
  FilterRegistrationBean<Filter> bankBodies() {
    return RawRequest.filter("/v1/banks/*");
  }

  /** Where large banks are built anew and saved, one after the other. */
  @Bean(name = "matchingWorker", defaultCandidate = false, destroyMethod = "shutdownNow")
  ScheduledExecutorService matchingWorker() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("matching").factory());
  }

  @Bean
  LiveIndex liveIndex(
      JdbcClient sql, @Qualifier("matchingWorker") ScheduledExecutorService worker) {
    return new LiveIndex(sql, worker);
  }

  @Bean
  IndexKeeper indexKeeper(
      LiveIndex index,
      @Qualifier("matchingWorker") ScheduledExecutorService worker,
      @Value("${gardefou.data:./data}") String data) {
    IndexFolder folder = new IndexFolder(Path.of(data, "banks"), worker);
    return new IndexKeeper(index, folder).start(worker);
  }

  @Bean
  SightingLog sightingLog(
      JdbcClient sql,
      ObjectProvider<Clock> clock,
      @Qualifier("matchingWorker") ScheduledExecutorService worker) {
    SightingLog log = new SightingLog(sql, clock.getIfAvailable(Clock::systemUTC));
    var _ = worker.scheduleWithFixedDelay(log::write, 5, 5, TimeUnit.SECONDS);
    return log;
  }

  @Bean
  Matching matching(
      JdbcClient sql, ObjectProvider<Clock> clock, LiveIndex index, SightingLog sightings) {
    return new Matching(sql, clock.getIfAvailable(Clock::systemUTC), index, sightings);
  }

  @Bean
  Banks banks(JdbcClient sql, ObjectProvider<Clock> clock) {
    return new Banks(sql, clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  Opinions opinions(JdbcClient sql, Banks banks, ObjectProvider<Clock> clock) {
    return new Opinions(sql, banks, clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  Intake intake(
      JdbcClient sql,
      Banks banks,
      ObjectProvider<Clock> clock,
      PlatformTransactionManager transactions) {
    return new Intake(
        banks, new IntakeStore(sql), clock.getIfAvailable(Clock::systemUTC), transactions);
  }
}
