package eu.gardefou.video;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the bean, with the limits that the operator sets, and clears up after a kill. */
@Configuration(proxyBeanMethods = false)
class VideoConfiguration {
  @Bean
  Videos videos(Environment environment) throws IOException {
    try (VideoFolder left = Videos.folder(environment)) {
      left.empty();
    }
    return Videos.of(environment);
  }
}
