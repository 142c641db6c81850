package eu.gardefou.console;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** What is said of a bank: made, changed, closed. */
@Controller
@RequestMapping("/banks/{bank}")
class BankSettingsPages {
  private final Banks banks;
  private final Words words;
  private final Clock clock;

  BankSettingsPages(Banks banks, Words words, ObjectProvider<Clock> clock) {
    this.banks = banks;
    this.words = words;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
  }

  /**
   * What was typed into the form; a rest that is not chosen stays as it is.
   *
   * @param version of the bank as the form showed it
   */
  record Typed(
      @Nullable String version,
      @Nullable String purpose,
      @Nullable Integer radius,
      @Nullable String source,
      @Nullable String legalGround,
      @Nullable Integer percent,
      @Nullable String note,
      @Nullable Rest rest) {

    static Typed of(Bank found) {
      BankSettings bank = found.settings();
      return new Typed(
          found.version(),
          bank.purpose(),
          bank.radius(),
          bank.source(),
          bank.legalGround(),
          (int) Math.round(bank.share() * 100),
          bank.note(),
          null);
    }

    BankSettings on(BankSettings bank, Instant now) {
      return new BankSettings(
          bank.name(),
          bank.kind(),
          text(purpose),
          radius == null ? -1 : radius,
          text(source),
          text(legalGround),
          percent == null ? -1 : percent / 100.0,
          rest == null ? bank.disabledUntil() : rest.until(now),
          text(note));
    }

    private static String text(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  @Needs(Right.CURATE)
  @GetMapping("/settings")
  String settings(@PathVariable String bank, Model model) {
    Bank found = known(bank);
    model.addAttribute("bank", BankView.of(found, words));
    model.addAttribute("typed", Typed.of(found));
    model.addAttribute("rests", Rest.values());
    return "console/bank-settings";
  }

  @Needs(Right.CURATE)
  @PostMapping("/settings")
  String change(
      @PathVariable String bank,
      Typed typed,
      Caller curator,
      Model model,
      HttpServletResponse response) {
    known(bank);
    try {
      // A form without a version is one that nobody here has shown.
      String version = typed.version() == null ? "" : typed.version();
      banks.change(bank, version, settings -> typed.on(settings, clock.instant()), curator);
      return Flash.done("bank.changed.said", path(bank), response);
    } catch (BankProblem problem) {
      Flash.problem(words.word("bank.problem", problem.reason()), model, response);
      String page = settings(bank, model);
      if (problem.reason() == BankProblem.Cause.CHANGED) {
        // The page shows what it is now, and not what was typed over something else.
        response.setStatus(HttpStatus.CONFLICT.value());
      } else {
        model.addAttribute("typed", typed);
      }
      return page;
    }
  }

  @Needs(Right.CURATE)
  @GetMapping("/close")
  String askClose(@PathVariable String bank, Model model) {
    Bank found = known(bank);
    model.addAttribute(
        "question",
        new Question(
            "banks",
            words.say("bank.close.title"),
            words.say("bank.close.consequence", found.active()),
            found.name(),
            words.say("bank.close.yes"),
            path(bank) + "/close",
            path(bank)));
    return "console/confirm";
  }

  @Needs(Right.CURATE)
  @PostMapping("/close")
  String close(@PathVariable String bank, Caller curator, HttpServletResponse response) {
    if (known(bank).builtIn()) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    banks.close(bank, curator);
    return Flash.done("bank.closed.said", "/banks", response);
  }

  private Bank known(String bank) {
    try {
      return banks.find(bank);
    } catch (BankProblem problem) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, problem);
    }
  }

  private static String path(String bank) {
    return UriComponentsBuilder.fromPath("/banks").pathSegment(bank).build().encode().toString();
  }
}
