package eu.gardefou.enforcement;

import eu.gardefou.fetch.Sender;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class EnforcementConfiguration {
  @Bean
  Enforcement enforcement(
      JdbcClient sql, PlatformTransactionManager transactions, ObjectProvider<Clock> clocks) {
    return new Enforcement(
        sql, new TransactionTemplate(transactions), clocks.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  Outbox enforcementOutbox(JdbcClient sql, ObjectProvider<Clock> clocks) {
    return new Outbox(sql, clocks.getIfAvailable(Clock::systemUTC));
  }

  @Bean(destroyMethod = "close")
  Sender webhookSender(WebhookSettings settings) {
    return new Sender(settings.networks(), settings.time());
  }

  @Bean(destroyMethod = "close")
  Schedule enforcementSchedule(
      DataSource database,
      JdbcClient sql,
      PlatformTransactionManager transactions,
      WebhookSettings settings,
      Sender webhookSender,
      ObjectProvider<Clock> clocks) {
    Clock clock = clocks.getIfAvailable(Clock::systemUTC);
    TransactionTemplate each = new TransactionTemplate(transactions);
    List<Schedule.Job> jobs = new ArrayList<>();
    URI url = settings.url();
    if (url != null) {
      Webhook webhook = new Webhook(url, settings.secret(), webhookSender, clock);
      jobs.add(new Schedule.Job("webhook", new Deliveries(sql, webhook, each, clock)::run));
    }
    return new Schedule(database, jobs);
  }

  @Bean
  Starting enforcementStarting(Schedule enforcementSchedule) {
    return new Starting(enforcementSchedule);
  }

  /** Sending begins when everything else is ready. */
  static final class Starting {
    private final Schedule schedule;

    Starting(Schedule schedule) {
      this.schedule = schedule;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
      schedule.start();
    }
  }
}
