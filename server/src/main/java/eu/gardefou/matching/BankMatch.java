package eu.gardefou.matching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank's entry that equals, or nearly, the picture that was looked up.
 *
 * @param distance the least Hamming distance over all frames, views and poses, 0 to the bank's
 *     radius; 0 for the very same file
 * @param variant how the picture was looked at; null: the file's bytes are the very same
 * @param quarantined whether the entry waits for a curator, because it was found in a flood of
 *     pictures that are unlike each other
 */
public record BankMatch(
    String bank,
    BankKind kind,
    UUID entry,
    int distance,
    @Nullable Variant variant,
    boolean quarantined) {}
