package eu.gardefou.fetch;

import java.net.InetAddress;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchSettings.class)
class FetchConfiguration {
  @Bean
  Fetcher fetcher(FetchSettings settings) {
    var rule = new PublicAddresses(settings.allow(), settings.refuse());
    return new Fetcher(
        settings,
        new Lookups(InetAddress::getAllByName, rule),
        DefaultClientTlsStrategy.createDefault());
  }
}
