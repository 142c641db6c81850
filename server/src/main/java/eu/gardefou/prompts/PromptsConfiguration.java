package eu.gardefou.prompts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PromptsConfiguration {
  @Bean
  Prompts prompts() {
    return Prompts.load();
  }
}
