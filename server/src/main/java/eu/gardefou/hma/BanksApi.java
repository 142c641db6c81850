package eu.gardefou.hma;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.Exchanges;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import eu.gardefou.wire.Bodies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /c/banks} and {@code /c/bank/…}: banks made, changed and closed. */
@RestController
final class BanksApi {
  private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,63}");

  private final Banks banks;
  private final Bodies bodies;
  private final Exchanges exchanges;

  BanksApi(Banks banks, Bodies bodies, Exchanges exchanges) {
    this.banks = banks;
    this.bodies = bodies;
    this.exchanges = exchanges;
  }

  /** A bank as upstream shows it. */
  record Shown(
      @JsonProperty("name") String name, @JsonProperty("matching_enabled_ratio") double ratio) {
    static Shown of(Bank bank) {
      return new Shown(bank.name(), bank.settings().share());
    }
  }

  @GetMapping("/c/banks")
  List<Shown> list() {
    return banks.list().stream().map(Shown::of).toList();
  }

  @PostMapping("/c/banks")
  @ResponseStatus(HttpStatus.CREATED)
  Shown create(HttpServletRequest request, Caller caller) {
    Fields fields = Fields.of(request, bodies, caller);
    String name =
        checked(fields.text("name").orElseThrow(() -> HmaProblem.bad("name is required")));
    double ratio = ratio(fields).orElse(1.0);
    BankKind kind = fields.text("kind").map(BanksApi::kind).orElse(BankKind.OTHER);
    return Shown.of(banks.make(BankSettings.of(name, kind).withShare(ratio), caller));
  }

  @GetMapping("/c/bank/{bank_name}")
  Shown show(@PathVariable("bank_name") String name) {
    return Shown.of(banks.find(name));
  }

  @PutMapping("/c/bank/{bank_name}")
  Shown change(@PathVariable("bank_name") String name, HttpServletRequest request, Caller caller) {
    Fields fields = Fields.of(request, bodies, caller);
    Optional<String> other = fields.text("name").map(BanksApi::checked);
    Optional<Double> ratio = ratio(fields);
    return Shown.of(
        banks.change(
            name,
            before -> {
              BankSettings named = other.map(before::named).orElse(before);
              return ratio.map(named::withShare).orElse(named);
            },
            caller));
  }

  /**
   * A bank that is not there is as good as deleted. With it ends the exchange of its name, if it
   * feeds this bank and no other.
   */
  @DeleteMapping("/c/bank/{bank_name}")
  Map<String, String> delete(@PathVariable("bank_name") String name, Caller caller) {
    try {
      banks.close(name, caller);
    } catch (BankProblem problem) {
      if (problem.reason() != BankProblem.Cause.UNKNOWN) {
        throw problem;
      }
    }
    // Also when the bank was closed before, and whoever did so was stopped in between.
    if (exchanges.feeds(name, name)) {
      ExchangesApi.deleteIfThere(exchanges, name);
    }
    return Answers.message("Done");
  }

  /** A ratio says more than a switch. */
  private static Optional<Double> ratio(Fields fields) {
    return fields
        .ratio("enabled_ratio")
        .or(() -> fields.flag("enabled").map(enabled -> enabled ? 1.0 : 0.0));
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw HmaProblem.bad("Bank names must be UPPER_WITH_UNDERSCORE, up to 64 characters");
    }
    return name;
  }

  private static BankKind kind(String word) {
    return BankKind.of(word).orElseThrow(() -> HmaProblem.bad("There is no such kind of bank"));
  }
}
