package eu.gardefou.vision;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the bean, and loads the models while the rest of the program starts. */
@Configuration(proxyBeanMethods = false)
class VisionConfiguration {
  @Bean
  Vision vision(@Value("${gardefou.models:models/onnx}") String folder) {
    Vision vision = Vision.open(Path.of(folder), VisionLimits.DEFAULT);
    Thread.ofPlatform().daemon().name("vision-load").start(vision::models);
    return vision;
  }
}
