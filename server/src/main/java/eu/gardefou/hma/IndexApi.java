package eu.gardefou.hma;

import eu.gardefou.matching.Matching;
import eu.gardefou.matching.SignalType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /m/index/status} and {@code /c/signal_type/index}. There is nothing to wait for: every
 * look-up knows what was committed before it began, so the index is always built to now.
 */
@RestController
final class IndexApi {
  private final Matching matching;
  private final TypeNames types;
  private final Clock clock;

  IndexApi(Matching matching, TypeNames types, Clock clock) {
    this.matching = matching;
    this.types = types;
    this.clock = clock;
  }

  @GetMapping("/m/index/status")
  Map<String, Object> matcher(HttpServletRequest request) {
    long now = clock.instant().getEpochSecond();
    return each(request, size -> Map.of("present", true, "built_to", now, "size", size));
  }

  @GetMapping("/c/signal_type/index")
  Map<String, Object> curator(HttpServletRequest request) {
    long now = clock.instant().getEpochSecond();
    return each(
        request,
        size ->
            Map.of(
                "db_size", size,
                "index_size", size,
                "index_out_of_date", false,
                "newest_db_item", now,
                "index_built_to", now));
  }

  private Map<String, Object> each(HttpServletRequest request, LongFunction<Object> status) {
    List<SignalType> wanted =
        Query.of(request)
            .text("signal_type")
            .map(name -> List.of(types.known(name)))
            .orElseGet(() -> types.all().keySet().stream().map(types::known).toList());
    Map<String, Object> all = new LinkedHashMap<>();
    wanted.forEach(type -> all.put(type.name(), status.apply(matching.count(type))));
    return all;
  }
}
