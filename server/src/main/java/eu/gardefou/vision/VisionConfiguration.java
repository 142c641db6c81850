package eu.gardefou.vision;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the bean, and loads the models while the rest of the program starts. */
@Configuration(proxyBeanMethods = false)
class VisionConfiguration {
  @Bean
  Vision vision(
      @Value("${gardefou.models:models/onnx}") String folder,
      @Value("${gardefou.models-own:}") String own,
      @Value("${gardefou.models-replaced:}") String replaced,
      Environment environment) {
    ModelFolders folders = ModelFolders.of(Path.of(folder), own, replaced);
    Vision vision = Vision.open(folders, limits(environment));
    Thread.ofPlatform().daemon().name("vision-load").start(vision::models);
    return vision;
  }

  private static VisionLimits limits(Environment environment) {
    VisionLimits usual = VisionLimits.DEFAULT;
    return new VisionLimits(
        environment.getProperty("gardefou.vision.concurrent", Integer.class, usual.concurrent()),
        environment.getProperty("gardefou.vision.waiting", Integer.class, usual.waiting()),
        environment.getProperty("gardefou.vision.patience", Duration.class, usual.patience()),
        environment.getProperty("gardefou.vision.time", Duration.class, usual.time()));
  }
}
