package eu.gardefou.media;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the bean, with the limits that the operator sets. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {
  @Bean
  Media media(Environment environment) {
    MediaLimits usual = MediaLimits.DEFAULT;
    MediaLimits limits =
        new MediaLimits(
            environment.getProperty("gardefou.media.bytes", Long.class, usual.bytes()),
            environment.getProperty("gardefou.media.pixels", Long.class, usual.pixels()),
            environment.getProperty("gardefou.media.frames", Integer.class, usual.frames()),
            environment.getProperty("gardefou.media.time", Duration.class, usual.time()));
    long memory =
        environment.getProperty("gardefou.media.memory", Long.class, Workroom.defaultMemory());
    Duration wait =
        environment.getProperty("gardefou.media.wait", Duration.class, Workroom.PATIENCE);
    int turns = Runtime.getRuntime().availableProcessors();
    return new Media(limits, new Workroom(memory, turns, wait));
  }
}
