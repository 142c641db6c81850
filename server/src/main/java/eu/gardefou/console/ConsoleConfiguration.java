package eu.gardefou.console;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {
  /** Languages that have a bundle. The first is for everybody else. */
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);

  @Bean
  MessageSource messageSource() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/console");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    // One rule for all texts, whether they have a place for a value or not.
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    var resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(LANGUAGES);
    resolver.setDefaultLocale(LANGUAGES.getFirst());
    return resolver;
  }

  @Bean
  Words words(MessageSource messages) {
    return new Words(messages);
  }

  @Bean
  Handover handover(Clock clock) {
    return new Handover(clock);
  }

  @Bean
  ErrorPages errorPages(Words words) {
    return new ErrorPages(words);
  }

  @Bean
  WebMvcConfigurer consoleRights() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RightsCheck());
      }
    };
  }
}
