package eu.gardefou.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.policy.Decision;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a decision stands, for the caller whose request it was about and for nobody else. */
@RestController
final class StandingApi {
  /** Followed by the decision's identifier. */
  static final String PATH = "/v1/gateway/decisions/";

  private final DecisionLookup decisions;

  StandingApi(DecisionLookup decisions) {
    this.decisions = decisions;
  }

  /**
   * A decision.
   *
   * @param state {@code passed}, {@code held} until a person has looked, or {@code refused}
   * @param stage {@code request} or {@code result}
   */
  record Standing(
      @JsonProperty("id") String id,
      @JsonProperty("object") String object,
      @JsonProperty("state") String state,
      @JsonProperty("stage") String stage,
      @JsonProperty("created") long created,
      @JsonProperty("policy_version") String policyVersion,
      @JsonProperty("rule_ids") List<String> rules) {
    static Standing of(DecisionEntry entry) {
      return new Standing(
          entry.id().toString(),
          "gateway.decision",
          state(Decision.ofWord(entry.decision())),
          entry.stage(),
          entry.at().getEpochSecond(),
          entry.policyVersion(),
          List.copyOf(entry.rules()));
    }

    private static String state(Decision decision) {
      return switch (decision) {
        case ALLOW, MARK -> "passed";
        case REVIEW -> "held";
        case REFUSE, REFUSE_AND_REPORT -> "refused";
      };
    }
  }

  @GetMapping(PATH + "{id}")
  ResponseEntity<Standing> standing(HttpServletRequest request, @PathVariable("id") String id) {
    String caller = Callers.of(request).id();
    Standing standing =
        uuid(id)
            .flatMap(decisions::find)
            .filter(entry -> entry.caller().equals(caller))
            .map(Standing::of)
            .orElseThrow(() -> Refusal.notFound("You have no such decision."));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(standing);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
