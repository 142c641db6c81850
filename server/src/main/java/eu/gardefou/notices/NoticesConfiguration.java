package eu.gardefou.notices;

import eu.gardefou.database.DataFolder;
import eu.gardefou.wire.RawRequest;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticesSettings.class)
class NoticesConfiguration {
  private final JdbcClient sql;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Supplier<Secrets> secrets;

  NoticesConfiguration(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      ObjectProvider<Clock> clocks,
      DataFolder folder,
      NoticesSettings settings) {
    this.sql = sql;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clocks.getIfAvailable(Clock::systemUTC);
    // Read when it is needed: who has no notice needs no key.
    SingletonSupplier<Secrets> once =
        SingletonSupplier.of(
            () -> new Secrets(KeyFile.read(folder, settings.keyFile())).checkedAgainst(sql));
    this.secrets = once::obtain;
  }

  /** Bodies are read strictly, by us alone. */
  @Bean
  FilterRegistrationBean<Filter> rawNoticesRequests() {
    return RawRequest.filter(NoticesJson.PATH + "/*");
  }

  @Bean
  Notices notices() {
    return new Notices(sql, transactions, secrets, ClockRules.ours(), clock);
  }

  @Bean
  CaseWork caseWork() {
    return new CaseWork(sql, transactions, clock);
  }

  @Bean
  Queue noticeQueue(NoticesSettings settings) {
    return new Queue(sql, transactions, clock, settings.claim());
  }

  @Bean
  Attempts noticeAttempts() {
    return new Attempts(sql, transactions, secrets, clock);
  }

  @Bean
  Intake noticeIntake(Notices notices, Attempts attempts) {
    return new Intake(notices, attempts, secrets);
  }

  @Bean
  CaseDoor caseDoor(Attempts attempts) {
    return new CaseDoor(sql, attempts, secrets);
  }

  @Bean(destroyMethod = "close")
  Timekeeper noticesTimekeeper(DataSource database) {
    return new Timekeeper(
        database, new Escalation(sql, transactions, clock), new Requests(sql), clock);
  }

  @Bean
  Starting noticesStarting(Timekeeper timekeeper) {
    return new Starting(timekeeper);
  }

  /** Clocks are watched when everything else is ready. */
  static final class Starting {
    private final Timekeeper timekeeper;

    Starting(Timekeeper timekeeper) {
      this.timekeeper = timekeeper;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
      timekeeper.start();
    }
  }
}
