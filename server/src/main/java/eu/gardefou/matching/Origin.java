package eu.gardefou.matching;

/**
 * Where an entry is on record elsewhere.
 *
 * @param exchange the name of the exchange that it came from
 * @param key what the exchange calls it
 */
public record Origin(String exchange, String key) {}
