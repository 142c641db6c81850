package eu.gardefou.policy;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the policy of this server: the file that {@code gardefou.policy} names, or the built-in.
 */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {
  /** Loads the policy; a bad one stops the start with its problems. */
  @Bean
  Policy policy(@Value("${gardefou.policy:}") String file) {
    return file.isBlank() ? Policies.builtIn() : Policies.load(Path.of(file));
  }

  /** Loads the policy on trial that {@code gardefou.policy.shadow} names; as strictly. */
  @Bean
  ShadowPolicy shadowPolicy(@Value("${gardefou.policy.shadow:}") String file) {
    return file.isBlank() ? ShadowPolicy.NONE : new ShadowPolicy(Policies.load(Path.of(file)));
  }
}
