package eu.gardefou.hma;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.LookUp;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** {@code /status}, {@code /site-map} and the OpenAPI document. */
@RestController
final class CoreApi {
  private static final String ALIVE = "I-AM-ALIVE";
  private static final String NOT_LOADED = "INDEX-NOT-LOADED";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** In no bank at all: it only asks whether look-ups can be answered. */
  private static final LookUp NOWHERE = new LookUp(Set.of("-"), Coin.BYPASSED, true);

  private static final Signal ANY = Signal.of(new PdqHash(0, 0, 0, 0));

  private final Matching matching;
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  CoreApi(Matching matching, ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.matching = matching;
    this.mappings = mappings;
  }

  @GetMapping(path = "/status", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> status() throws InterruptedException {
    return answers()
        ? ResponseEntity.ok(ALIVE)
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(NOT_LOADED);
  }

  /** Never asks anything: who restarts programs by it would restart one that is loading. */
  @GetMapping(path = "/status/live", produces = MediaType.TEXT_PLAIN_VALUE)
  String alive() {
    return ALIVE;
  }

  private boolean answers() throws InterruptedException {
    var question = new FutureTask<>(() -> matching.lookUp(ANY, NOWHERE));
    Thread.ofVirtual().start(question);
    try {
      question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } finally {
      // Nobody waits for it any more, and those who ask again and again do not pile up.
      question.cancel(true);
    }
  }

  /** Every path of this package, in the spelling of the OpenAPI document. */
  @GetMapping("/site-map")
  NavigableSet<String> siteMap() {
    NavigableSet<String> paths = new TreeSet<>();
    doors().forEach(door -> paths.addAll(door.getPatternValues()));
    return paths;
  }

  /** What this package serves. */
  List<RequestMappingInfo> doors() {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(door -> isOurs(door.getValue().getBeanType()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isOurs(Class<?> controller) {
    return controller.getPackage().equals(CoreApi.class.getPackage())
        && !controller.equals(UnservedApi.class);
  }

  @GetMapping(path = "/openapi/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  String openApi() throws IOException {
    return new ClassPathResource("hma/openapi.json").getContentAsString(StandardCharsets.UTF_8);
  }
}
