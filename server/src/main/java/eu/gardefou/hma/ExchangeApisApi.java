package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.exchanges.Api;
import eu.gardefou.exchanges.Exchanges;
import eu.gardefou.wire.Bodies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /c/exchanges/api…}: the kinds of sources, and what they know us by. */
@RestController
final class ExchangeApisApi {
  /** Whoever may only curate must not send this program to addresses inside. */
  private static final String ADDRESS = "base_url_override";

  private final Exchanges exchanges;
  private final Bodies bodies;

  ExchangeApisApi(Exchanges exchanges, Bodies bodies) {
    this.exchanges = exchanges;
    this.bodies = bodies;
  }

  @GetMapping("/c/exchanges/apis")
  List<String> apis() {
    return exchanges.apis().stream().map(Api::name).toList();
  }

  @GetMapping("/c/exchanges/api/{api_name}")
  Map<String, Object> show(@PathVariable("api_name") String name) {
    Api api = exchanges.api(ExchangeForms.api(name));
    // Spelt as upstream spells it.
    return Map.of(
        "supports_authentification", !api.credentials().isEmpty(),
        "has_set_authentification", exchanges.hasCredentials(api.name()));
  }

  /** Credentials go in and never come out; an empty object clears them. */
  @PostMapping("/c/exchanges/api/{api_name}")
  Map<String, Object> change(
      @PathVariable("api_name") String name, HttpServletRequest request, Caller caller) {
    Api api = exchanges.api(ExchangeForms.api(name));
    Fields fields = Fields.of(request, bodies, caller);
    if (fields.value("credential_json") != null) {
      Map<String, String> words = ExchangeForms.words(fields, "credential_json");
      if (words.containsKey(ADDRESS)) {
        throw HmaProblem.bad(ADDRESS + " is set on the command line only");
      }
      exchanges.setCredentials(api.name(), words, caller);
    }
    return show(name);
  }

  @GetMapping("/c/exchanges/api/{api_name}/schema")
  Map<String, @Nullable Object> schema(@PathVariable("api_name") String name) {
    return ExchangeForms.schema(exchanges.api(ExchangeForms.api(name)));
  }
}
