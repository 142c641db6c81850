package eu.gardefou.console;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Opinion.Verdict;
import eu.gardefou.matching.Opinions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** One entry of a bank: what is known of it, and what a curator can do about it. */
@Controller
@RequestMapping("/banks/{bank}/entries/{id}")
class EntryPages {
  private final Banks banks;
  private final Opinions opinions;
  private final Words words;
  private final Clock clock;

  EntryPages(Banks banks, Opinions opinions, Words words, ObjectProvider<Clock> clock) {
    this.banks = banks;
    this.opinions = opinions;
    this.words = words;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
  }

  @Needs(Right.BANKS)
  @GetMapping
  String entry(@PathVariable String bank, @PathVariable UUID id, Model model) {
    model.addAttribute("entry", EntryLine.of(banks.entry(bank, id), words));
    model.addAttribute("rests", Rest.values());
    return "console/entry";
  }

  @Needs(Right.CURATE)
  @GetMapping("/withdraw")
  String askWithdraw(@PathVariable String bank, @PathVariable UUID id, Model model) {
    BankEntry entry = banks.entry(bank, id);
    model.addAttribute(
        "question",
        new Question(
            "banks",
            words.say("bank.withdraw.title"),
            words.say("bank.withdraw.consequence"),
            entry.mainSignal().value(),
            words.say("bank.withdraw.yes"),
            path(bank, id) + "/withdraw",
            path(bank, id)));
    return "console/confirm";
  }

  @Needs(Right.CURATE)
  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable String bank,
      @PathVariable UUID id,
      Caller curator,
      HttpServletResponse response) {
    banks.withdraw(bank, id, curator);
    return Flash.done("bank.withdrawn.said", path(bank, id), response);
  }

  @Needs(Right.CURATE)
  @PostMapping("/rest")
  String rest(
      @PathVariable String bank,
      @PathVariable UUID id,
      @RequestParam Rest rest,
      Caller curator,
      HttpServletResponse response) {
    long number = banks.entry(bank, id).number();
    banks.rest(bank, number, rest.until(clock.instant()), curator);
    String said = rest == Rest.NONE ? "entry.woken.said" : "entry.rested.said";
    return Flash.done(said, path(bank, id), response);
  }

  @Needs(Right.CURATE)
  @PostMapping("/release")
  String release(
      @PathVariable String bank,
      @PathVariable UUID id,
      Caller curator,
      HttpServletResponse response) {
    banks.release(bank, banks.entry(bank, id).number(), curator);
    return Flash.done("entry.released.said", path(bank, id), response);
  }

  @Needs(Right.CURATE)
  @PostMapping("/note")
  String note(
      @PathVariable String bank,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note,
      Caller curator,
      HttpServletResponse response) {
    banks.note(bank, banks.entry(bank, id).number(), note, curator);
    return Flash.done("entry.noted.said", path(bank, id), response);
  }

  @Needs(Right.CURATE)
  @PostMapping("/opinion")
  String opinion(
      @PathVariable String bank,
      @PathVariable UUID id,
      @RequestParam Verdict verdict,
      @RequestParam(defaultValue = "") String reason,
      Caller curator,
      HttpServletResponse response) {
    opinions.give(bank, banks.entry(bank, id).number(), verdict, reason, curator);
    return Flash.done("entry.opinion.said", path(bank, id), response);
  }

  /** What is not there is a page that is not there; what is too long was not typed into a form. */
  @ExceptionHandler
  void of(BankProblem problem, HttpServletResponse response) throws IOException {
    HttpStatus status =
        problem.reason() == BankProblem.Cause.UNKNOWN
            ? HttpStatus.NOT_FOUND
            : HttpStatus.UNPROCESSABLE_CONTENT;
    response.sendError(status.value());
  }

  private static String path(String bank, UUID id) {
    return UriComponentsBuilder.fromPath("/banks")
        .pathSegment(bank, "entries", id.toString())
        .build()
        .encode()
        .toString();
  }
}
