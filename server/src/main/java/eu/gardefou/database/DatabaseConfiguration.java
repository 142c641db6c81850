package eu.gardefou.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans of this package: whoever has the data source has a started, migrated database. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  @Bean(destroyMethod = "close")
  DataFolder dataFolder(Environment environment) {
    return DataFolder.of(environment);
  }

  @Bean(destroyMethod = "close")
  Database database(Environment environment, DataFolder folder) {
    Database database = new Database(DatabaseSettings.of(environment), folder);
    // Known before it starts: a program that is ended while starting closes no bean.
    SpringApplication.getShutdownHandlers().add(database::close);
    return database.start();
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Database database) {
    return database.pool();
  }
}
