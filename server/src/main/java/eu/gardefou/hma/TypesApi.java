package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.SignalType;
import eu.gardefou.wire.Bodies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /c/signal_type} and {@code /c/content_type}: what this interface knows. */
@RestController
final class TypesApi {
  private final TypeNames types;
  private final Bodies bodies;

  TypesApi(TypeNames types, Bodies bodies) {
    this.types = types;
    this.bodies = bodies;
  }

  @GetMapping("/c/signal_type")
  List<Map<String, Object>> signalTypes() {
    return types.all().entrySet().stream()
        .map(
            type -> Map.<String, Object>of("name", type.getKey(), "enabled_ratio", type.getValue()))
        .toList();
  }

  @PutMapping("/c/signal_type/{signal_type_name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      @PathVariable("signal_type_name") String name, HttpServletRequest request, Caller caller) {
    SignalType type = types.known(name);
    double ratio =
        Fields.of(request, bodies, caller)
            .ratio("enabled_ratio")
            .orElseThrow(() -> HmaProblem.bad("enabled_ratio is required"));
    types.set(type, ratio);
  }

  @GetMapping("/c/content_type")
  List<Map<String, Object>> contentTypes() {
    return Arrays.stream(FileKind.values())
        .map(kind -> Map.<String, Object>of("name", kind.word(), "enabled", true))
        .toList();
  }
}
