package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.Exchange;
import eu.gardefou.exchanges.ExchangeDraft;
import eu.gardefou.exchanges.ExchangeProblem;
import eu.gardefou.exchanges.ExchangeStatus;
import eu.gardefou.exchanges.Exchanges;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import eu.gardefou.wire.Bodies;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /c/exchanges} and {@code /c/exchange/…}: sources whose lists are kept up to date. */
@RestController
final class ExchangesApi {
  private static final Pattern NAME = Pattern.compile("[A-Z0-9_]{1,64}");

  private final Exchanges exchanges;
  private final Banks banks;
  private final Bodies bodies;

  ExchangesApi(Exchanges exchanges, Banks banks, Bodies bodies) {
    this.exchanges = exchanges;
    this.banks = banks;
    this.bodies = bodies;
  }

  @GetMapping("/c/exchanges")
  List<String> list() {
    return exchanges.list().stream().map(Exchange::name).toList();
  }

  /** Makes the bank too, unless there is one of this name. */
  @PostMapping("/c/exchanges")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> create(HttpServletRequest request, Caller caller) {
    Fields fields = Fields.of(request, bodies, caller);
    String name = fields.text("bank").orElseThrow(() -> HmaProblem.bad("bank is required"));
    if (!NAME.matcher(name).matches()) {
      throw HmaProblem.bad("Field `bank` must match /^[A-Z0-9_]+$/, up to 64 characters");
    }
    String api =
        known(fields.text("api").orElseThrow(() -> HmaProblem.bad("Field `api` is required")));
    var draft =
        new ExchangeDraft(
            name, api, name, ExchangeForms.words(fields, "api_json"), ExchangeDraft.USUAL);
    boolean made = makeBank(name, api, caller);
    try {
      exchanges.create(draft, caller);
    } catch (RuntimeException refused) {
      if (made) {
        banks.close(name, caller);
      }
      throw refused;
    }
    return Answers.message("Created successfully");
  }

  private String known(String api) {
    String name = ExchangeForms.api(api);
    if (exchanges.apis().stream().noneMatch(one -> one.name().equals(name))) {
      throw HmaProblem.bad("No such exchange type");
    }
    return name;
  }

  private boolean makeBank(String name, String api, Caller caller) {
    try {
      banks.make(BankSettings.of(name, kind(api)), caller);
      return true;
    } catch (BankProblem problem) {
      if (problem.reason() == BankProblem.Cause.TAKEN) {
        return false;
      }
      throw problem;
    }
  }

  /** What those who share such a list mean by it. */
  private static BankKind kind(String api) {
    return switch (api) {
      case "ncmec", "arachnid" -> BankKind.KNOWN_ABUSE;
      case "stopncii" -> BankKind.PROTECTED_PEOPLE;
      default -> BankKind.OTHER;
    };
  }

  @GetMapping("/c/exchange/{exchange_name}")
  Map<String, Object> show(@PathVariable("exchange_name") String name) {
    return shown(exchanges.find(name));
  }

  @PutMapping("/c/exchange/{exchange_name}")
  Map<String, Object> change(
      @PathVariable("exchange_name") String name, HttpServletRequest request, Caller caller) {
    Exchange before = exchanges.find(name);
    return shown(
        Fields.of(request, bodies, caller)
            .flag("enabled")
            .map(enabled -> exchanges.enable(name, enabled, caller))
            .orElse(before));
  }

  /** One that is not there is as good as deleted. */
  @DeleteMapping("/c/exchange/{exchange_name}")
  Map<String, String> delete(@PathVariable("exchange_name") String name) {
    deleteIfThere(exchanges, name);
    return Answers.message("Exchange deleted");
  }

  static void deleteIfThere(Exchanges exchanges, String name) {
    try {
      exchanges.delete(name);
    } catch (ExchangeProblem problem) {
      if (problem.reason() != ExchangeProblem.Cause.UNKNOWN) {
        throw problem;
      }
    }
  }

  @GetMapping("/c/exchange/{exchange_name}/status")
  Map<String, @Nullable Object> status(@PathVariable("exchange_name") String name) {
    ExchangeStatus status = exchanges.find(name).status();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("checkpoint_ts", second(status.checkpoint()));
    json.put("running_fetch_start_ts", second(status.runningSince()));
    json.put("last_fetch_complete_ts", second(status.completed()));
    json.put("last_fetch_succeeded", status.succeeded());
    json.put("up_to_date", status.upToDate());
    json.put("fetched_items", status.items());
    json.put("last_error", status.lastError());
    return json;
  }

  private static Map<String, Object> shown(Exchange exchange) {
    Map<String, Object> json = new LinkedHashMap<>(exchange.settings());
    json.put("name", exchange.name());
    json.put("api", exchange.api());
    json.put("bank", exchange.bank());
    json.put("enabled", exchange.enabled());
    return json;
  }

  private static @Nullable Long second(@Nullable Instant at) {
    return at == null ? null : at.getEpochSecond();
  }
}
