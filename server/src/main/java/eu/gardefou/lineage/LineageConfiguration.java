package eu.gardefou.lineage;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LineageSettings.class)
class LineageConfiguration {
  @Bean
  Lineage lineage(JdbcClient sql, MeterRegistry meters) {
    Lineage lineage = new Lineage(sql);
    meters.gauge("gardefou.lineage.hashes", lineage, Lineage::size);
    return lineage;
  }

  @Bean(destroyMethod = "close")
  Upkeep lineageUpkeep(DataSource database, Lineage lineage, LineageSettings settings) {
    return new Upkeep(database, lineage, settings);
  }

  @Bean
  Starting lineageStarting(Upkeep upkeep) {
    return new Starting(upkeep);
  }

  /** Reading ahead begins when everything else is ready. */
  static final class Starting {
    private final Upkeep upkeep;

    Starting(Upkeep upkeep) {
      this.upkeep = upkeep;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
      upkeep.start();
    }
  }
}
