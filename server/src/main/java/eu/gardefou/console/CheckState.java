package eu.gardefou.console;

import org.jspecify.annotations.Nullable;

/**
 * How one check is, in words.
 *
 * @param version such as a model's or a policy's digest; null when it has none
 */
record CheckState(String name, Condition condition, String detail, @Nullable String version) {}
