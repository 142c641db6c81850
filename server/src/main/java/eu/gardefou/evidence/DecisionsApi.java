package eu.gardefou.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions on record, for auditors' machines. */
@RestController
@RequestMapping("/v1/decisions")
class DecisionsApi {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> PARAMETERS =
      Set.of("decision", "kind", "stage", "rule", "from", "to", "before", "limit");
  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final EvidenceLog log;

  DecisionsApi(EvidenceLog log) {
    this.log = log;
  }

  /**
   * A page.
   *
   * @param next value of {@code before} for the page after; null when there is none
   */
  record Page(List<Decision> decisions, @Nullable UUID next) {}

  /** A decision as {@link DecisionEntry} describes it, with reasons and signals as JSON. */
  record Decision(
      UUID id,
      @Nullable UUID request,
      Instant at,
      String stage,
      String kind,
      String surface,
      String caller,
      String decision,
      List<String> rules,
      JsonNode reasons,
      JsonNode signals,
      String policyVersion,
      @Nullable String promptDigest,
      List<DecisionEntry.ContentDigest> contents,
      @Nullable JsonNode context,
      @Nullable JsonNode shadow) {
    static Decision of(DecisionEntry entry) {
      return new Decision(
          entry.id(),
          entry.request(),
          entry.at(),
          entry.stage(),
          entry.kind(),
          entry.surface(),
          entry.caller(),
          entry.decision(),
          entry.rules(),
          JSON.readTree(entry.reasons()),
          JSON.readTree(entry.signals()),
          entry.policyVersion(),
          entry.promptDigest(),
          entry.contents(),
          json(entry.context()),
          json(entry.shadow()));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
      return text == null ? null : JSON.readTree(text);
    }
  }

  @GetMapping
  Page decisions(
      @RequestParam(required = false) @Nullable String decision,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "50") String limit,
      @RequestParam Map<String, String> all) {
    for (String name : all.keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw problem("There is no parameter with that name: there are " + sorted() + ".");
      }
    }
    DecisionFilter filter =
        new DecisionFilter(
            decision,
            kind,
            stage,
            rule,
            time("from", from),
            time("to", to),
            before == null ? null : id(before),
            limit(limit));
    List<DecisionEntry> entries = log.search(filter);
    UUID next = entries.size() < filter.limit() ? null : entries.getLast().id();
    return new Page(entries.stream().map(Decision::of).toList(), next);
  }

  @GetMapping("/{id}")
  Decision decision(@PathVariable String id) {
    return log.find(id(id))
        .map(Decision::of)
        .orElseThrow(
            () -> problem(HttpStatus.NOT_FOUND, "There is no decision with this identifier."));
  }

  private static @Nullable Instant time(String name, @Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw problem(name + " is a time such as 2026-11-22T10:00:00Z.");
    }
  }

  private static int limit(String text) {
    if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= DecisionFilter.LARGEST_PAGE) {
      return Integer.parseInt(text);
    }
    throw problem("limit is a number from 1 to " + DecisionFilter.LARGEST_PAGE + ".");
  }

  private static UUID id(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw problem("An identifier of a decision is a UUID.");
    }
    return UUID.fromString(text);
  }

  private static String sorted() {
    return String.join(", ", PARAMETERS.stream().sorted().toList());
  }

  private static ErrorResponseException problem(String sentence) {
    return problem(HttpStatus.BAD_REQUEST, sentence);
  }

  private static ErrorResponseException problem(HttpStatus status, String sentence) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, sentence), null);
  }
}
