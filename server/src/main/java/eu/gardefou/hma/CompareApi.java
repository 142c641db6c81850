package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.video.VpdqComparison;
import eu.gardefou.hashing.video.VpdqMatcher;
import eu.gardefou.hashing.video.VpdqThresholds;
import eu.gardefou.matching.Signal;
import eu.gardefou.matching.SignalType;
import eu.gardefou.video.VpdqJson;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /m/compare}: whether pairs of hashes match, and how far they are from each other. */
@RestController
final class CompareApi {
  /** Two fingerprints of long videos. */
  private static final long LONGEST = 8L << 20;

  private final Bodies bodies;
  private final TypeNames types;

  CompareApi(Bodies bodies, TypeNames types) {
    this.bodies = bodies;
    this.types = types;
  }

  @PostMapping("/m/compare")
  Map<String, List<Object>> compare(HttpServletRequest request, Caller caller) {
    try (Body body = bodies.read(request, LONGEST, caller.id())) {
      Map<String, List<Object>> results = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> pair : JsonBody.of(body).properties()) {
        SignalType type = types.enabled(pair.getKey());
        results.put(type.name(), compared(type, pair.getValue()));
      }
      return results;
    }
  }

  private static List<Object> compared(SignalType type, JsonNode pair) {
    if (!pair.isArray()) {
      throw HmaProblem.bad("Comparison hashes for " + type + " was not a list");
    }
    if (pair.size() != 2 || !pair.get(0).isString() || !pair.get(1).isString()) {
      throw HmaProblem.bad("Comparison hash list length must be exactly 2, each a string");
    }
    Signal left = new Signal(type, pair.get(0).stringValue());
    Signal right = new Signal(type, pair.get(1).stringValue());
    if (type.equals(SignalType.VPDQ)) {
      return videos(left, right);
    }
    if (!type.equals(SignalType.PDQ)) {
      return List.of(left.equals(right), Map.of());
    }
    int distance = PdqHash.parse(left.value()).distance(PdqHash.parse(right.value()));
    return List.of(distance <= HammingIndex.USUAL_RADIUS, Map.of("distance", distance));
  }

  private static List<Object> videos(Signal left, Signal right) {
    VpdqComparison comparison =
        VpdqMatcher.UPSTREAM.compare(VpdqJson.read(left.value()), VpdqJson.read(right.value()));
    return switch (comparison) {
      case VpdqComparison.Incomparable _ ->
          throw HmaProblem.unhashable(List.of(SignalType.VPDQ.name()));
      case VpdqComparison.Shares shares ->
          List.of(
              shares.isMatch(VpdqThresholds.UPSTREAM) || shares.isMatch(VpdqThresholds.CONTAINED),
              Map.of(
                  "query_match_percent", shares.queryPercent(),
                  "compared_match_percent", shares.comparedPercent()));
    };
  }
}
