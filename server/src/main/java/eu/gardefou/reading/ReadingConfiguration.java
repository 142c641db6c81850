package eu.gardefou.reading;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the bean, and opens what it reads with while the rest of the program starts. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {
  @Bean
  Reader reader(
      @Value("${gardefou.models:models/onnx}") String models,
      @Value("${gardefou.data:./data}") String data,
      Environment environment) {
    ReadingLimits limits = limits(environment);
    String own = environment.getProperty("gardefou.reading.tesseract", "");
    Path program = own.isBlank() ? null : Path.of(own);
    Reader reader =
        new Reader(
            new Tools(Path.of(models), Path.of(data, "tesseract"), program, limits.memory()),
            limits);
    Thread.ofPlatform().daemon().name("reading-load").start(reader::trouble);
    return reader;
  }

  private static ReadingLimits limits(Environment environment) {
    ReadingLimits usual = ReadingLimits.DEFAULT;
    return new ReadingLimits(
        environment.getProperty("gardefou.reading.concurrent", Integer.class, usual.concurrent()),
        environment.getProperty("gardefou.reading.waiting", Integer.class, usual.waiting()),
        environment.getProperty("gardefou.reading.patience", Duration.class, usual.patience()),
        environment.getProperty("gardefou.reading.time", Duration.class, usual.time()),
        environment.getProperty("gardefou.reading.memory", Long.class, usual.memory()));
  }
}
