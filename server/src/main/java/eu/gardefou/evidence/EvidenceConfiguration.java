package eu.gardefou.evidence;

import eu.gardefou.database.DataFolder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {
  @Bean
  EvidenceLog evidenceLog(JdbcClient sql, DataFolder folder, Environment environment) {
    String configured = environment.getProperty("gardefou.evidence.key", "").strip();
    DigestKey key =
        configured.isEmpty()
            ? new DigestKey(folder.secret("evidence"))
            : DigestKey.configured(configured);
    return new EvidenceLog(sql, key);
  }

  @Bean
  Ids ids(ObjectProvider<Clock> clock) {
    return new Ids(clock.getIfAvailable(Clock::systemUTC));
  }
}
