package eu.gardefou.console;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.Exchange;
import eu.gardefou.exchanges.ExchangeProblem;
import eu.gardefou.exchanges.Exchanges;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Exchanges: how each is, and a pause for it. No credential is ever shown. */
@Controller
@RequestMapping("/exchanges")
class ExchangesPages {
  private static final String PLACE = "/exchanges";

  private final Exchanges exchanges;
  private final Words words;

  ExchangesPages(Exchanges exchanges, Words words) {
    this.exchanges = exchanges;
    this.words = words;
  }

  @Needs(Right.BANKS)
  @GetMapping
  String list(Model model) {
    model.addAttribute("exchanges", exchanges.list().stream().map(this::view).toList());
    return "console/exchanges";
  }

  private ExchangeView view(Exchange exchange) {
    return ExchangeView.of(exchange, exchanges.api(exchange.api()), words);
  }

  @Needs(Right.CURATE)
  @GetMapping("/{name}/pause")
  String askPause(@PathVariable String name, Model model) {
    Exchange found = known(() -> exchanges.find(name));
    model.addAttribute(
        "question",
        new Question(
            "exchanges",
            words.say("exchange.pause.title"),
            words.say("exchange.pause.consequence", found.status().items()),
            found.name(),
            words.say("exchange.pause.yes"),
            PLACE + "/" + found.name() + "/pause",
            PLACE));
    return "console/confirm";
  }

  @Needs(Right.CURATE)
  @PostMapping("/{name}/pause")
  String pause(@PathVariable String name, Caller curator, HttpServletResponse response) {
    known(() -> exchanges.enable(name, false, curator));
    return Flash.done("exchange.paused.said", PLACE, response);
  }

  @Needs(Right.CURATE)
  @PostMapping("/{name}/resume")
  String resume(@PathVariable String name, Caller curator, HttpServletResponse response) {
    known(() -> exchanges.enable(name, true, curator));
    return Flash.done("exchange.resumed.said", PLACE, response);
  }

  /** What is not there is a page that is not there. */
  private static Exchange known(Supplier<Exchange> asked) {
    try {
      return asked.get();
    } catch (ExchangeProblem problem) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, problem);
    }
  }
}
