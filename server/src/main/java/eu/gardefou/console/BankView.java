package eu.gardefou.console;

import eu.gardefou.matching.Bank;

/** One bank in words. */
record BankView(String name, String purpose, String size) {
  static BankView of(Bank bank, Words words) {
    return new BankView(
        bank.name(),
        bank.purpose(),
        words.say("bank.size", bank.active(), bank.withdrawn(), bank.radius()));
  }
}
