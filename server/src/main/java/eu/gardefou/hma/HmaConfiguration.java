package eu.gardefou.hma;

import eu.gardefou.access.KeyCheck;
import eu.gardefou.fetch.Fetcher;
import eu.gardefou.matching.Matching;
import eu.gardefou.media.Media;
import eu.gardefou.video.Videos;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.BodyRoom;
import eu.gardefou.wire.RawRequest;
import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HmaSettings.class)
class HmaConfiguration {
  private static final String[] PATHS = {
    "/h/*", "/m/*", "/c/*", "/status", "/status/*", "/site-map", "/openapi/*"
  };

  @Bean
  FilterRegistrationBean<Filter> hmaBodies() {
    return RawRequest.filter("/h/*", "/m/*", "/c/*");
  }

  /** Before everybody who looks at the path. */
  @Bean
  FilterRegistrationBean<Filter> hmaSlashes() {
    return registered(new Slashes(), "hma slashes", Ordered.HIGHEST_PRECEDENCE, PATHS);
  }

  /** After the metrics, and before everything else. */
  @Bean
  FilterRegistrationBean<Filter> hmaQuickLookUp(Matching matching, TypeNames types, KeyCheck keys) {
    return registered(
        new QuickLookUp(matching, types, keys),
        "hma quick look-up",
        Ordered.HIGHEST_PRECEDENCE + 5,
        QuickLookUp.PATH);
  }

  private static FilterRegistrationBean<Filter> registered(
      Filter filter, String name, int order, String... paths) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setName(name);
    registration.addUrlPatterns(paths);
    registration.setOrder(order);
    return registration;
  }

  @Bean
  TypeNames typeNames(JdbcClient sql) {
    return new TypeNames(sql);
  }

  @Bean
  Files hmaFiles(
      Fetcher fetcher,
      Bodies bodies,
      BodyRoom room,
      Media media,
      Matching matching,
      Videos videos,
      TypeNames types,
      HmaSettings settings) {
    VideoHasher frames = new VideoHasher(videos);
    Hasher hasher = new Hasher(media, matching, frames);
    return new Files(fetcher, bodies, room, hasher, frames, types, settings);
  }
}
