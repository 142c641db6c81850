package eu.gardefou.access;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  private final JdbcClient sql;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AccessConfiguration(
      JdbcClient sql, PlatformTransactionManager transactions, ObjectProvider<Clock> clock) {
    this.sql = sql;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock.getIfAvailable(Clock::systemUTC);
  }

  @Bean
  Keys keys() {
    return new Keys(sql, clock);
  }

  @Bean
  KeyCheck keyCheck(
      Keys keys,
      @Value("${gardefou.hma.open:false}") String open,
      @Value("${server.address:}") String address,
      @Value("${server.forward-headers-strategy:none}") String forwarded) {
    return new KeyCheck(keys, OpenDoor.of(Opening.of(open), address, forwarded));
  }

  @Bean
  People people() {
    return new People(sql, transactions, clock, new Passwords());
  }

  @Bean
  SignInLinks signInLinks(People people) {
    return new SignInLinks(sql, transactions, clock, people);
  }

  @Bean
  Sessions sessions() {
    return new Sessions(sql, clock);
  }

  @Bean
  PasswordCheck passwordCheck(People people) {
    return new PasswordCheck(people, new SignInLimits(sql, transactions, clock));
  }

  @Bean
  WebMvcConfigurer callerArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }
}
