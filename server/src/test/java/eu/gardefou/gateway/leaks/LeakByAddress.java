package eu.gardefou.gateway.leaks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;

/** Breaks the law on purpose: an answer that points at an upstream's own copy. */
public record LeakByAddress(@JsonProperty("url") URI address) {}
