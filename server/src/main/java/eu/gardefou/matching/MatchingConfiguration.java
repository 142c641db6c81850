package eu.gardefou.matching;

import eu.gardefou.wire.RawRequest;
import jakarta.servlet.Filter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
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
  Matching matching(JdbcClient sql, ObjectProvider<Clock> clock, LiveIndex index) {
    return new Matching(sql, clock.getIfAvailable(Clock::systemUTC), index);
  }
}
