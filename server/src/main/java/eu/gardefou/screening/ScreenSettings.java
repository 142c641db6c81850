package eu.gardefou.screening;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How screening reads, and what an installation says of itself.
 *
 * @param body how long a request's body to {@code /v1/screen} may be
 * @param patience how long all checks of one request may take together; longer than any takes when
 *     it has capacity, and what takes longer was not assessed
 * @param country where this service is offered, as an ISO 3166-1 code; country overlays of the
 *     policy go by it and can only be stricter. Without it every overlay applies
 */
@ConfigurationProperties("gardefou.screen")
record ScreenSettings(
    @DefaultValue("64MB") DataSize body,
    @DefaultValue("30s") Duration patience,
    @Nullable String country) {
  static final Duration PATIENCE = Duration.ofSeconds(30);
}
