package eu.gardefou.matching;

import org.jspecify.annotations.Nullable;

/**
 * An entry that equals, or nearly, what was looked up.
 *
 * @param number of the entry
 * @param distance Hamming distance of the nearest hash; null when the value is the very same and no
 *     distance exists
 */
public record Hit(String bank, BankKind kind, long number, @Nullable Integer distance) {}
