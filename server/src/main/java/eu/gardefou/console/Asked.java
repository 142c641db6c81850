package eu.gardefou.console;

import eu.gardefou.evidence.DecisionFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which decisions somebody wants to see, as typed. Empty means any.
 *
 * @param from first day, in UTC
 * @param to last day, in UTC
 */
record Asked(String decision, String kind, String stage, String rule, String from, String to) {
  /** What the form does not send is empty. */
  Asked(
      @Nullable String decision,
      @Nullable String kind,
      @Nullable String stage,
      @Nullable String rule,
      @Nullable String from,
      @Nullable String to) {
    this.decision = plain(decision);
    this.kind = plain(kind);
    this.stage = plain(stage);
    this.rule = plain(rule);
    this.from = plain(from);
    this.to = plain(to);
  }

  /** Whether anything was asked for. */
  public boolean filtered() {
    return !fields().isEmpty();
  }

  /** Whether both days are days. */
  boolean datesCanBeRead() {
    return (from.isEmpty() || day(from) != null) && (to.isEmpty() || day(to) != null);
  }

  DecisionFilter filter(@Nullable UUID before, int limit) {
    LocalDate last = day(to);
    return new DecisionFilter(
        orNull(decision),
        orNull(kind),
        orNull(stage),
        orNull(rule),
        start(day(from)),
        start(last == null ? null : last.plusDays(1)),
        before,
        limit);
  }

  /** The address of the list, or of the page after the one that ended with an identifier. */
  String path(@Nullable UUID before) {
    Map<String, String> fields = fields();
    if (before != null) {
      fields.put("before", before.toString());
    }
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/decisions");
    fields.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(fields).toUriString();
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("decision", decision);
    fields.put("kind", kind);
    fields.put("stage", stage);
    fields.put("rule", rule);
    fields.put("from", from);
    fields.put("to", to);
    fields.values().removeIf(String::isEmpty);
    return fields;
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static @Nullable String orNull(String typed) {
    return typed.isEmpty() ? null : typed;
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed);
      // Years of five digits are more than the database can hold.
      return day.getYear() >= 1 && day.getYear() <= 9999 ? day : null;
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
