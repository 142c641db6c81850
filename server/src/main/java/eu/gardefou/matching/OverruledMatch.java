package eu.gardefou.matching;

/**
 * A match that does not count, because an entry of a suppress bank is at least as near to the same
 * look at the picture. It is told so that nobody has to guess why nothing was done.
 *
 * @param match as it would have been
 * @param by the suppress bank
 */
public record OverruledMatch(BankMatch match, String by) {}
