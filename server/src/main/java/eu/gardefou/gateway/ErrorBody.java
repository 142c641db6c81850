package eu.gardefou.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of an error, as clients of the OpenAI Images API expect it. The first four fields
 * are always there, null or not; clients keep fields that they do not know.
 */
record ErrorBody(@JsonProperty("error") Detail error) {

  /**
   * What went wrong.
   *
   * @param message one plain sentence or two; never quotes the request
   * @param type such as {@code invalid_request_error}
   * @param param the field at fault
   * @param code such as {@code moderation_blocked}
   * @param moderation why a check said no; null when none did
   * @param gateway where the decision is on record; null when there is none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Detail(
      @JsonProperty("message") String message,
      @JsonProperty("type") String type,
      @JsonProperty("param") @Nullable String param,
      @JsonProperty("code") @Nullable String code,
      @JsonProperty("moderation_details") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Moderation moderation,
      @JsonProperty("gateway") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable OnRecord gateway) {}

  /**
   * Why a check said no.
   *
   * @param stage {@code input}, {@code output} or {@code unknown}
   * @param categories open-ended words such as {@code sexual}
   */
  public record Moderation(
      @JsonProperty("moderation_stage") String stage,
      @JsonProperty("categories") List<String> categories) {
    /** Keeps its own copy. */
    public Moderation {
      categories = List.copyOf(categories);
    }
  }

  /**
   * Where the decision is on record.
   *
   * @param decision identifier of the decision
   * @param policyVersion 64 hexadecimal digits
   * @param rules identifiers of the rules that fired
   * @param appeal where to object; null when the operator named no place
   * @param review identifier of the review; null unless held for one
   * @param status where to ask how the review stands; null unless held for one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OnRecord(
      @JsonProperty("decision_id") String decision,
      @JsonProperty("policy_version") String policyVersion,
      @JsonProperty("rule_ids") List<String> rules,
      @JsonProperty("appeal_url") @Nullable String appeal,
      @JsonProperty("review_id") @Nullable String review,
      @JsonProperty("status_url") @Nullable String status) {
    /** Keeps its own copy. */
    public OnRecord {
      rules = List.copyOf(rules);
    }
  }
}
