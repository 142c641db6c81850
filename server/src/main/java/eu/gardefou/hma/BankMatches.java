package eu.gardefou.hma;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.hashing.video.VpdqComparison.Shares;
import eu.gardefou.matching.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hits as upstream writes them: by bank, with distances as text. */
final class BankMatches {
  /** What a type says that knows only same or not. */
  private static final String NO_DISTANCE = "-";

  private BankMatches() {}

  /** One entry. */
  record Match(
      @JsonProperty("bank_content_id") long id, @JsonProperty("distance") String distance) {
    static Match of(Hit hit) {
      return new Match(hit.number(), distanceOf(hit));
    }
  }

  static Map<String, Object> byBank(List<Hit> hits) {
    Map<String, List<Match>> banks = new LinkedHashMap<>();
    for (Hit hit : hits) {
      banks.computeIfAbsent(hit.bank(), _ -> new ArrayList<>()).add(Match.of(hit));
    }
    return new LinkedHashMap<>(banks);
  }

  /** The same as text. A bank's name has no letter that JSON would escape. */
  static String json(List<Hit> hits) {
    if (hits.isEmpty()) {
      return "{}";
    }
    Map<String, StringBuilder> banks = new LinkedHashMap<>();
    for (Hit hit : hits) {
      StringBuilder list = banks.get(hit.bank());
      if (list == null) {
        list = new StringBuilder("[");
        banks.put(hit.bank(), list);
      } else {
        list.append(',');
      }
      list.append("{\"bank_content_id\":")
          .append(hit.number())
          .append(",\"distance\":\"")
          .append(distanceOf(hit))
          .append("\"}");
    }
    StringBuilder all = new StringBuilder();
    banks.forEach((bank, list) ->
        all.append(all.isEmpty() ? "{\"" : ",\"")
            .append(bank)
            .append("\":")
            .append(list)
            .append(']'));
    return all.append('}').toString();
  }

  private static String distanceOf(Hit hit) {
    Integer distance = hit.distance();
    Shares shares = hit.shares();
    if (shares != null) {
      return Math.round(shares.queryPercent()) + "%[" + Math.round(shares.comparedPercent()) + "%]";
    }
    return distance == null ? NO_DISTANCE : distance.toString();
  }
}
