package eu.gardefou.matching;

import java.util.Set;

/**
 * How to look something up.
 *
 * @param banks the names of those to ask; empty: all
 * @param flip banks with a smaller share are not asked; 0: all are
 * @param raw whether to answer with all that is on record: entries and banks that are set aside,
 *     and what a suppress bank overrules
 */
public record LookUp(Set<String> banks, double flip, boolean raw) {
  /** In all banks, whatever their share. */
  public static final LookUp EVERYWHERE = new LookUp(Set.of(), 0, false);

  /** Keeps its own copy. */
  public LookUp {
    banks = Set.copyOf(banks);
  }

  boolean asks(BankSettings bank) {
    return (banks.isEmpty() || banks.contains(bank.name())) && bank.share() >= flip;
  }
}
