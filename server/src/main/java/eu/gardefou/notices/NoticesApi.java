package eu.gardefou.notices;

import eu.gardefou.access.Callers;
import eu.gardefou.notices.Intake.Sender;
import eu.gardefou.notices.NoticesJson.ErrorJson;
import eu.gardefou.notices.NoticesJson.ReceiptJson;
import eu.gardefou.notices.NoticesJson.Result;
import eu.gardefou.notices.NoticesJson.Results;
import eu.gardefou.notices.NoticesJson.View;
import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.JsonBody;
import eu.gardefou.wire.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notices over HTTP, for anybody. With a key of the scope {@code notices} they come first; who sent
 * them is said by the key alone.
 */
@RestController
@RequestMapping(NoticesJson.PATH)
class NoticesApi {
  private static final long LONGEST = 1 << 18;
  private static final long LONGEST_WITH_A_KEY = 1 << 22;
  private static final String KEY = "Idempotency-Key";
  private static final String CODE = "Notice-Code";
  private static final int SHORTEST_PUBLIC_KEY = 22;
  private static final Pattern KEY_TEXT = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final Notices notices;
  private final Intake intake;
  private final CaseDoor door;
  private final Bodies bodies;

  NoticesApi(Notices notices, Intake intake, CaseDoor door, Bodies bodies) {
    this.notices = notices;
    this.intake = intake;
    this.door = door;
    this.bodies = bodies;
  }

  @PostMapping
  ResponseEntity<Object> receive(HttpServletRequest request) {
    Submitter by = Callers.current().map(Submitter::of).orElse(Submitter.PUBLIC);
    var sender = new Sender(by, from(request), key(request, by));
    try (Body body = body(request, sender)) {
      ObjectNode json = JsonBody.ofMany(body);
      if (!json.has("notices")) {
        return answer(intake.one(json, sender), HttpStatus.CREATED);
      }
      if (json.size() > 1) {
        throw BadRequest.invalid("notices", "Beside 'notices' there is no other field.");
      }
      List<Result> results = intake.many(json.get("notices"), sender);
      boolean all = results.stream().allMatch(result -> result.status() == 201);
      return ResponseEntity.status(all ? HttpStatus.CREATED : HttpStatus.MULTI_STATUS)
          .body(new Results(results));
    }
  }

  @GetMapping("/{link}")
  View read(@PathVariable String link, HttpServletRequest request) {
    UUID id = door.open(link, header(request, CODE), from(request));
    return View.of(notices.find(id), notices.clocks(id), notices.events(id));
  }

  @PostMapping("/{link}/additions")
  ResponseEntity<Object> add(@PathVariable String link, HttpServletRequest request) {
    var sender = new Sender(Submitter.PUBLIC, from(request), null);
    UUID id = door.open(link, header(request, CODE), sender.from());
    try (Body body = body(request, sender)) {
      return answer(intake.add(id, link, JsonBody.ofMany(body), sender), HttpStatus.OK);
    }
  }

  private Body body(HttpServletRequest request, Sender sender) {
    boolean trusted = sender.by().trusted();
    return bodies.read(
        RawRequest.of(request),
        trusted ? LONGEST_WITH_A_KEY : LONGEST,
        trusted ? sender.by().id() : "public:" + sender.from().prefix());
  }

  /** What could not be read makes it an error that says so, and that the rest is kept. */
  private static ResponseEntity<Object> answer(Receipt receipt, HttpStatus good) {
    URI location = URI.create(NoticesJson.PATH + "/" + receipt.link());
    if (receipt.errors().isEmpty()) {
      return ResponseEntity.status(good).location(location).body(ReceiptJson.of(receipt));
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Some fields could not be read. The notice is stored with everything else: send these"
                + " fields again to the link followed by /additions.");
    problem.setProperty("code", "fields");
    problem.setProperty("errors", ErrorJson.of(receipt.errors()));
    problem.setProperty("receipt", ReceiptJson.of(receipt));
    return ResponseEntity.unprocessableContent().location(location).body(problem);
  }

  private static Neighbourhood from(HttpServletRequest request) {
    return Neighbourhood.of(request.getRemoteAddr());
  }

  /** Strangers could choose the same short word, and one would have the other's case. */
  private static @Nullable String key(HttpServletRequest request, Submitter by) {
    List<String> keys = Collections.list(request.getHeaders(KEY));
    if (keys.isEmpty()) {
      return null;
    }
    if (keys.size() > 1 || !KEY_TEXT.matcher(keys.getFirst()).matches()) {
      throw BadRequest.invalid(null, "Idempotency-Key is one word of at most 255 characters.");
    }
    if (!by.trusted() && keys.getFirst().length() < SHORTEST_PUBLIC_KEY) {
      throw BadRequest.invalid(
          null, "Idempotency-Key has 22 characters or more, chosen at random, such as a UUID.");
    }
    return keys.getFirst();
  }

  private static String header(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }
}
