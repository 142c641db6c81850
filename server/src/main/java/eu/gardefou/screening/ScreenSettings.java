package eu.gardefou.screening;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How screening reads, and what an installation says of itself.
 *
 * @param body how long a request's body to {@code /v1/screen} may be
 * @param country where this service is offered, as an ISO 3166-1 code; country overlays of the
 *     policy go by it and can only be stricter. Without it every overlay applies
 */
@ConfigurationProperties("gardefou.screen")
record ScreenSettings(@DefaultValue("64MB") DataSize body, @Nullable String country) {}
