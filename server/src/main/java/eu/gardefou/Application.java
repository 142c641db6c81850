package eu.gardefou;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The gate as a Spring Boot application: each direct sub-package is one module. */
// Modules name their classes without asking each other, so beans go by their full names.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Application {
  /** The time, for everybody: nobody reads the clock of the machine directly. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
