package eu.gardefou.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the gateway talks to clients.
 *
 * @param body how long a request's body may be
 * @param heartbeat how often a waiting stream gets a sign of life; what is decided before the first
 *     one is answered with its proper status
 * @param appeal where to object to a refusal; null when there is no such place
 */
@ConfigurationProperties("gardefou.gateway")
record GatewaySettings(
    @DefaultValue("64MB") DataSize body,
    @DefaultValue("5s") Duration heartbeat,
    @Nullable String appeal) {}
