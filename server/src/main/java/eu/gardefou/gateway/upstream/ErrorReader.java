package eu.gardefou.gateway.upstream;

import eu.gardefou.gateway.upstream.UpstreamFailure.Kind;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads an error in any of the dialects that are spoken behind this API, and tells an upstream's
 * safety refusal from a failure. Of the upstream's own words only categories and the name of a
 * field go further: its messages may quote the request, or say what is nobody's business.
 */
final class ErrorReader {
  private static final Set<String> REFUSAL_CODES =
      Set.of(
          "moderation_blocked",
          "content_policy_violation",
          "contentfilter",
          "content_filter",
          "responsibleaipolicyviolation");
  private static final List<String> REFUSAL_PHRASES =
      List.of("safety system", "content moderation", "content policy", "safety_violations=");
  private static final Pattern VIOLATIONS =
      Pattern.compile("safety_violations=\\[([^\\]]{0,200})]");
  private static final Pattern CATEGORY = Pattern.compile("[a-z0-9_/-]{1,64}");
  private static final Set<String> STAGES = Set.of("input", "output", "unknown");
  private static final Set<String> NO_MONEY =
      Set.of("insufficient_quota", "billing_hard_limit_reached");
  private static final Set<String> FIELDS =
      Set.of(
          "prompt",
          "model",
          "n",
          "quality",
          "output_format",
          "output_compression",
          "size",
          "background",
          "style",
          "input_fidelity",
          "image",
          "mask");
  private static final int MOST_CATEGORIES = 16;
  private static final int UNAVAILABLE_FOR_LEGAL_REASONS = 451;

  private ErrorReader() {}

  static UpstreamAnswer read(HttpResponse<byte[]> response, JsonNode body) {
    int status = response.statusCode();
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    if (status >= 400
        && status < 500
        && (isRefusal(error) || status == UNAVAILABLE_FOR_LEGAL_REASONS)) {
      String stage = text(error.path("moderation_details"), "moderation_stage");
      return new UpstreamAnswer.Refused(
          STAGES.contains(stage) ? stage : "unknown", categories(error));
    }
    throw failure(status, text(error, "code"), field(error), retryAfter(response));
  }

  private static UpstreamFailure failure(
      int status, String code, @Nullable String field, int retryAfter) {
    String forTheLog = "the upstream answered " + status;
    if (NO_MONEY.contains(code)) {
      return new UpstreamFailure(Kind.MISCONFIGURED, forTheLog + " " + code);
    }
    return switch (status) {
      case 400, 413, 415, 422 -> new UpstreamFailure(Kind.REJECTED, forTheLog, field, 0);
      case 401, 402, 403, 404, 405 -> new UpstreamFailure(Kind.MISCONFIGURED, forTheLog);
      case 408, 504 -> new UpstreamFailure(Kind.TIMEOUT, forTheLog);
      case 429 -> new UpstreamFailure(Kind.RATE_LIMITED, forTheLog, null, retryAfter);
      case 503, 529 -> new UpstreamFailure(Kind.BUSY, forTheLog, null, retryAfter);
      default -> new UpstreamFailure(Kind.BROKEN, forTheLog);
    };
  }

  private static boolean isRefusal(JsonNode error) {
    String message = message(error).toLowerCase(Locale.ROOT);
    return Stream.of(error, error.path("inner_error"), error.path("innererror"))
            .map(node -> text(node, "code").toLowerCase(Locale.ROOT))
            .anyMatch(REFUSAL_CODES::contains)
        || error.has("moderation_details")
        || REFUSAL_PHRASES.stream().anyMatch(message::contains);
  }

  private static List<String> categories(JsonNode error) {
    Stream<String> listed =
        error
            .path("moderation_details")
            .path("categories")
            .valueStream()
            .map(node -> node.stringValue(""));
    Stream<String> filtered =
        Stream.of(error.path("inner_error"), error.path("innererror"))
            .map(inner -> inner.path("content_filter_results"))
            .flatMap(results -> results.propertyStream())
            .filter(result -> result.getValue().path("filtered").booleanValue(false))
            .map(Map.Entry::getKey);
    Matcher violations = VIOLATIONS.matcher(message(error));
    Stream<String> inMessage =
        violations.find() ? Arrays.stream(violations.group(1).split(",", -1)) : Stream.of();
    return Stream.of(listed, filtered, inMessage)
        .flatMap(names -> names)
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> CATEGORY.matcher(name).matches())
        .distinct()
        .limit(MOST_CATEGORIES)
        .toList();
  }

  private static @Nullable String field(JsonNode error) {
    String field = text(error, "param");
    return FIELDS.contains(field) ? field : null;
  }

  /** One service has its message where the others have an object. */
  private static String message(JsonNode error) {
    return text(error, "message") + " " + text(error, "error");
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).stringValue("");
  }

  private static int retryAfter(HttpResponse<byte[]> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    return seconds.matches("[0-9]{1,5}") ? Math.clamp(Integer.parseInt(seconds), 1, 3_600) : 10;
  }
}
