package eu.gardefou.matching;

import eu.gardefou.hashing.video.VpdqComparison;
import org.jspecify.annotations.Nullable;

/**
 * An entry that equals, or nearly, what was looked up.
 *
 * @param number of the entry
 * @param distance Hamming distance of the nearest hash; null when no distance exists
 * @param shares how much of two videos is in the other; null when it is no video's frames that
 *     match. With neither, the value is the very same
 */
public record Hit(
    String bank,
    BankKind kind,
    long number,
    @Nullable Integer distance,
    VpdqComparison.@Nullable Shares shares) {}
