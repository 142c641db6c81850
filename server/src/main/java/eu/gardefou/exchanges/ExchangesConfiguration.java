package eu.gardefou.exchanges;

import eu.gardefou.database.DataFolder;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Intake;
import eu.gardefou.matching.Opinions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class ExchangesConfiguration {
  @Bean
  Desk exchangeDesk(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      DataFolder folder,
      Environment environment,
      ObjectProvider<Clock> clocks) {
    return desk(sql, transactions, folder, environment, clocks.getIfAvailable(Clock::systemUTC));
  }

  static Desk desk(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      DataFolder folder,
      Environment environment,
      Clock clock) {
    Banks banks = new Banks(sql, clock);
    return Desk.of(
        sql,
        Peers.all(clock, folders(folder, environment), folder.path().resolve("lists-being-read")),
        new Credentials(sql, seal(folder, environment), clock),
        new Desk.Matters(
            banks, new Intake(sql, clock, transactions), new Opinions(sql, banks, clock)),
        new TransactionTemplate(transactions),
        clock);
  }

  /** Made when it is needed: who has no exchange needs no key. */
  private static Supplier<Seal> seal(DataFolder folder, Environment environment) {
    String file = environment.getProperty("gardefou.exchanges.key-file", "");
    return () -> Seal.of(folder, file);
  }

  private static List<Path> folders(DataFolder folder, Environment environment) {
    String folders = environment.getProperty("gardefou.exchanges.folders", "").strip();
    return folders.isEmpty()
        ? List.of(folder.path().resolve("lists"))
        : Arrays.stream(folders.split(",")).map(String::strip).map(Path::of).toList();
  }

  @Bean
  Cycle exchangeCycle(Desk desk) {
    return new Cycle(desk);
  }

  @Bean(destroyMethod = "close")
  Schedule exchangeSchedule(DataSource database, Desk desk, Cycle cycle) {
    return new Schedule(database, desk, cycle);
  }

  @Bean
  Exchanges exchanges(Desk desk, Schedule schedule, Cycle cycle) {
    return new Exchanges(desk, schedule, cycle);
  }

  @Bean(destroyMethod = "close")
  ArachnidShield arachnidShield(Desk desk) {
    return new ArachnidShield(desk);
  }

  @Bean
  Starting exchangeStarting(Schedule schedule) {
    return new Starting(schedule);
  }

  /** Fetching begins when everything else is ready. */
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
