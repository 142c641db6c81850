package eu.gardefou.gateway;

import eu.gardefou.gateway.upstream.Settings;
import eu.gardefou.screening.Asker;
import eu.gardefou.wire.Belongings;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The three doors that make pictures. They differ in the fields that they know, and in nothing
 * else.
 */
@RestController
final class ImagesApi {
  private final GatewaySettings limits;
  private final Bodies bodies;
  private final RequestReader reader;
  private final Passage passage;
  private final EventStream events;
  private final Clock clock;

  ImagesApi(
      GatewaySettings limits,
      Bodies bodies,
      RequestReader reader,
      Passage passage,
      EventStream events,
      Clock clock) {
    this.limits = limits;
    this.bodies = bodies;
    this.reader = reader;
    this.passage = passage;
    this.events = events;
    this.clock = clock;
  }

  @PostMapping("/v1/images/generations")
  @Nullable ResponseEntity<ImagesAnswer> generations(
      HttpServletRequest request, HttpServletResponse response) throws InterruptedException {
    return answer(Endpoint.GENERATIONS, request, response);
  }

  @PostMapping("/v1/images/edits")
  @Nullable ResponseEntity<ImagesAnswer> edits(
      HttpServletRequest request, HttpServletResponse response) throws InterruptedException {
    return answer(Endpoint.EDITS, request, response);
  }

  @PostMapping("/v1/images/variations")
  @Nullable ResponseEntity<ImagesAnswer> variations(
      HttpServletRequest request, HttpServletResponse response) throws InterruptedException {
    return answer(Endpoint.VARIATIONS, request, response);
  }

  /** Null when the answer was streamed. */
  private @Nullable ResponseEntity<ImagesAnswer> answer(
      Endpoint endpoint, HttpServletRequest request, HttpServletResponse response)
      throws InterruptedException {
    Asker asker = new Asker(Callers.of(request), endpoint.path());
    RawRequest raw = RawRequest.of(request);
    Belongings belongings = raw.belongings();
    try (Body body = bodies.read(raw, limits.body().toBytes(), asker.caller().id())) {
      ImageRequest wanted = reader.read(endpoint, body);
      Passage.Granted granted = passage.ask(wanted, asker, belongings);
      Settings settings = wanted.settings();
      if (settings.stream()) {
        String type = endpoint.completedEvent();
        events.send(
            response,
            () ->
                CompletedEvent.of(
                    type, passage.fetch(granted, belongings), settings, clock.instant()));
        return null;
      }
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .cacheControl(CacheControl.noStore())
          .body(ImagesAnswer.of(passage.fetch(granted, belongings), settings, clock.instant()));
    }
  }
}
