package eu.gardefou.enforcement;

import eu.gardefou.fetch.Sender;
import java.net.URI;
import java.time.Clock;
import java.util.stream.Stream;
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
@EnableConfigurationProperties({WebhookSettings.class, TransparencySettings.class})
class EnforcementConfiguration {
  @Bean
  Enforcement enforcement(
      JdbcClient sql, PlatformTransactionManager transactions, ObjectProvider<Clock> clocks) {
    return new Enforcement(
        sql, new TransactionTemplate(transactions), clocks.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  Outbox enforcementOutbox(
      JdbcClient sql, PlatformTransactionManager transactions, ObjectProvider<Clock> clocks) {
    return new Outbox(
        sql, new TransactionTemplate(transactions), clocks.getIfAvailable(Clock::systemUTC));
  }

  @Bean(destroyMethod = "close")
  Sender webhookSender(WebhookSettings settings) {
    return new Sender(settings.networks(), settings.time());
  }

  @Bean(destroyMethod = "close")
  Sender transparencySender(TransparencySettings settings) {
    return new Sender(settings.networks(), settings.time());
  }

  @Bean
  Schedule.Jobs webhookJob(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      WebhookSettings settings,
      Sender webhookSender,
      ObjectProvider<Clock> clocks) {
    URI url = settings.url();
    if (url == null) {
      return Schedule.Jobs.NONE;
    }
    Clock clock = clocks.getIfAvailable(Clock::systemUTC);
    Webhook webhook = new Webhook(url, settings.secret(), webhookSender, clock);
    return Schedule.Jobs.one(
        "webhook", new Deliveries(sql, webhook, new TransactionTemplate(transactions), clock)::run);
  }

  @Bean
  Schedule.Jobs transparencyJob(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      TransparencySettings settings,
      Sender transparencySender,
      ObjectProvider<Clock> clocks) {
    URI url = settings.url();
    if (url == null) {
      return Schedule.Jobs.NONE;
    }
    Clock clock = clocks.getIfAvailable(Clock::systemUTC);
    var database = new TransparencyDatabase(url, settings.token(), transparencySender);
    return Schedule.Jobs.one(
        "transparency-database",
        new Submissions(sql, database, new TransactionTemplate(transactions), clock)::run);
  }

  @Bean(destroyMethod = "close")
  Schedule enforcementSchedule(
      DataSource database,
      Schedule.Jobs webhookJob,
      Schedule.Jobs transparencyJob,
      ObjectProvider<Clock> clocks) {
    return new Schedule(
        database,
        Stream.of(webhookJob, transparencyJob).flatMap(jobs -> jobs.all().stream()).toList(),
        clocks.getIfAvailable(Clock::systemUTC));
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
