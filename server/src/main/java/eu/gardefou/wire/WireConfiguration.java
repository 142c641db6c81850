package eu.gardefou.wire;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WireSettings.class)
class WireConfiguration {
  @Bean
  BodyRoom bodyRoom(WireSettings settings) {
    return new BodyRoom(settings.memoryBytes());
  }

  @Bean
  Bodies bodies(BodyRoom room, WireSettings settings) {
    return new Bodies(room, new Pace(settings.patience(), settings.rate().toBytes()));
  }
}
