package eu.gardefou.matching;

import java.util.UUID;

/**
 * A bank's entry that equals, or nearly, the picture that was looked up.
 *
 * @param distance the least Hamming distance over all frames, views and poses, 0 to the bank's
 *     radius
 */
public record BankMatch(String bank, UUID entry, int distance) {}
