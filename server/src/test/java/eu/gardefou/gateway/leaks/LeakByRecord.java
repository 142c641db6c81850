package eu.gardefou.gateway.leaks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Breaks the law on purpose: an answer with a picture that nobody need have screened. */
public record LeakByRecord(@JsonProperty("b64_json") String picture) {}
