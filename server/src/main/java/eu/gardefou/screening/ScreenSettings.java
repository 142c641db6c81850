package eu.gardefou.screening;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How {@code /v1/screen} reads.
 *
 * @param body how long a request's body may be
 */
@ConfigurationProperties("gardefou.screen")
record ScreenSettings(@DefaultValue("64MB") DataSize body) {}
