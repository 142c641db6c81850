package eu.gardefou.gateway;

import eu.gardefou.fetch.Fetcher;
import eu.gardefou.gateway.upstream.DemoUpstream;
import eu.gardefou.gateway.upstream.Models;
import eu.gardefou.gateway.upstream.OpenAiUpstream;
import eu.gardefou.gateway.upstream.Upstream;
import eu.gardefou.gateway.upstream.UpstreamSettings;
import eu.gardefou.media.Media;
import eu.gardefou.screening.Screening;
import eu.gardefou.wire.BodyRoom;
import eu.gardefou.wire.RawRequest;
import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewaySettings.class, UpstreamSettings.class})
class GatewayConfiguration {
  @Bean
  FilterRegistrationBean<Filter> gatewayBodies() {
    return RawRequest.filter("/v1/images/*", ModerationsApi.PATH);
  }

  @Bean
  UpstreamState upstreamState(UpstreamSettings settings) {
    return new UpstreamState(settings);
  }

  @Bean
  Upstream upstream(UpstreamSettings settings, UpstreamState state) {
    return state.watching(settings.isDemo() ? new DemoUpstream() : new OpenAiUpstream(settings));
  }

  @Bean
  Models models(UpstreamSettings settings) {
    return Models.of(settings.models());
  }

  @Bean
  RequestReader requestReader(Models models) {
    return new RequestReader(models);
  }

  @Bean
  ModerationPictures moderationPictures(Fetcher fetcher, BodyRoom room, Media media) {
    return new ModerationPictures(fetcher, room, new Submissions(media));
  }

  @Bean
  EventStream eventStream(GatewaySettings settings) {
    return new EventStream(settings.heartbeat());
  }

  @Bean
  Passage passage(Media media, Screening screening, Upstream upstream, GatewaySettings settings) {
    return new Passage(
        new Submissions(media), screening, upstream, new Refusals(settings.appeal()));
  }
}
