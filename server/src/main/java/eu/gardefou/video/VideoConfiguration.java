package eu.gardefou.video;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the bean, with the limits that the operator sets. */
@Configuration(proxyBeanMethods = false)
class VideoConfiguration {
  @Bean
  Videos videos(Environment environment) {
    return Videos.of(environment);
  }
}
