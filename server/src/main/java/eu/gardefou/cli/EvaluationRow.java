package eu.gardefou.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One number of an evaluation.
 *
 * @param scope who says so, such as {@code nsfw-inception-v3} or {@code policy}
 * @param part of what, such as {@code whole}, or {@code all}
 * @param measure {@code recall}, {@code precision} or {@code false alarms}
 * @param among whom, such as {@code age 25-39}, or {@code all}
 */
record EvaluationRow(String scope, String part, String measure, String among, int count, int of) {
  private static final JsonMapper JSON = JsonMapper.shared();

  private @Nullable Share share() {
    return of == 0 ? null : new Share(count, of);
  }

  String text() {
    Share share = share();
    return String.format(
        Locale.ROOT,
        "%-20s %-16s %-13s %-16s %s",
        scope,
        part,
        measure,
        among,
        share == null ? "    - of   0" : share.toString());
  }

  static String csv(List<EvaluationRow> rows) {
    StringBuilder csv = new StringBuilder("scope,part,measure,among,count,of,share,low,high\n");
    for (EvaluationRow row : rows) {
      Share share = row.share();
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%d,%d,%s%n",
              row.scope,
              row.part,
              row.measure,
              row.among,
              row.count,
              row.of,
              share == null
                  ? ",,"
                  : String.format(
                      Locale.ROOT, "%.4f,%.4f,%.4f", share.value(), share.low(), share.high())));
    }
    return csv.toString();
  }

  static String json(List<EvaluationRow> rows, Evaluation evaluation) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("unreadable", evaluation.unreadableCount());
    whole.put("missing", evaluation.missingCount());
    whole.put("highest_ordinary", evaluation.highest().all());
    whole.put("numbers", rows.stream().map(EvaluationRow::json).toList());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scope", scope);
    json.put("part", part);
    json.put("measure", measure);
    json.put("among", among);
    json.put("count", count);
    json.put("of", of);
    Share share = share();
    if (share != null) {
      json.put("share", share.value());
      json.put("low", share.low());
      json.put("high", share.high());
    }
    return json;
  }
}
