package eu.gardefou.enforcement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Commission's validator, written anew from the specification: what it checks, what it drops,
 * and what it lets through. Its lists are its own, and not those of the program.
 */
final class StatementRules {
  private static final Properties CODES = codes();
  private static final List<String> FAMILIES =
      List.of("decision_visibility", "decision_monetary", "decision_provision", "decision_account");

  private final ObjectNode in;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  /** Takes a copy, trimmed; what is empty then is not there. */
  StatementRules(JsonNode statement) {
    this.in = JsonMapper.shared().createObjectNode();
    statement.forEachEntry((name, value) -> {
      JsonNode kept = value;
      if (value.isString()) {
        String text = value.asString().strip();
        kept = text.isEmpty() ? null : JsonMapper.shared().valueToTree(text);
      }
      if (kept != null && !kept.isNull()) {
        in.set(name, kept);
      }
    });
  }

  static Set<String> codes(String list) {
    return Set.of(CODES.getProperty(list).split(" "));
  }

  private static Properties codes() {
    Properties properties = new Properties();
    try (var file =
        Objects.requireNonNull(
            StatementRules.class.getResourceAsStream("/enforcement/codes.properties"))) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  Map<String, List<String>> errors() {
    boolean none = FAMILIES.stream().allMatch(family -> in.path(family).isEmpty() && !text(family));
    if (none) {
      FAMILIES.forEach(this::missing);
    }
    list("decision_visibility", false);
    List.of(
            "decision_monetary",
            "decision_provision",
            "decision_account",
            "account_type",
            "content_language",
            "incompatible_content_illegal")
        .forEach(field -> one(field, false));
    List.of(
            "decision_ground",
            "category",
            "source_type",
            "automated_detection",
            "automated_decision")
        .forEach(field -> one(field, true));
    list("content_type", true);
    list("category_addition", false, "category");
    list("category_specification", false);
    list("territorial_scope", false);
    others();
    grounds();
    words("decision_facts", true, 5_000);
    day("content_date", true, 2000);
    day("application_date", true, 2020);
    List.of("visibility", "monetary", "service", "account")
        .forEach(family -> day("end_date_" + family + "_restriction", false, 2020));
    puid();
    if (in.has("content_id_ean") && !in.path("content_id_ean").asString("").matches("\\d{13}")) {
      wrong("content_id_ean", "The content id ean must be 13 digits.");
    }
    return errors;
  }

  private void others() {
    other(
        "decision_visibility_other", contains("decision_visibility", "DECISION_VISIBILITY_OTHER"));
    other(
        "decision_monetary_other",
        in.path("decision_monetary").asString("").equals("DECISION_MONETARY_OTHER"));
    other("content_type_other", contains("content_type", "CONTENT_TYPE_OTHER"));
    words("category_specification_other", false, 500);
    if (in.path("source_type").asString("").equals("SOURCE_VOLUNTARY")) {
      in.remove("source_identity");
    }
    words("source_identity", false, 500);
  }

  private void grounds() {
    String ground = in.path("decision_ground").asString("");
    boolean illegal = ground.equals("DECISION_GROUND_ILLEGAL_CONTENT");
    boolean incompatible = ground.equals("DECISION_GROUND_INCOMPATIBLE_CONTENT");
    ground("illegal_content_legal_ground", illegal, 500);
    ground("illegal_content_explanation", illegal, 2_000);
    ground("incompatible_content_ground", incompatible, 500);
    ground("incompatible_content_explanation", incompatible, 2_000);
    if (!incompatible) {
      in.remove("incompatible_content_illegal");
    }
  }

  private void ground(String field, boolean wanted, int most) {
    if (wanted) {
      words(field, true, most);
    } else {
      in.remove(field);
    }
  }

  private void other(String field, boolean wanted) {
    ground(field, wanted, 500);
  }

  private void puid() {
    words("puid", true, 500);
    if (text("puid") && !in.path("puid").asString().matches("[a-zA-Z0-9_-]+")) {
      wrong("puid", "The puid format is invalid.");
    }
  }

  private void words(String field, boolean required, int most) {
    if (!in.has(field)) {
      if (required) {
        missing(field);
      }
    } else if (!text(field)) {
      wrong(field, "The " + plain(field) + " must be a string.");
    } else if (in.path(field).asString().codePointCount(0, in.path(field).asString().length())
        > most) {
      wrong(field, "The " + plain(field) + " may not be greater than " + most + " characters.");
    }
  }

  private void one(String field, boolean required) {
    if (!in.has(field)) {
      if (required) {
        missing(field);
      }
    } else if (!codes(field).contains(in.path(field).asString(""))) {
      wrong(field, "The selected " + plain(field) + " is invalid.");
    }
  }

  private void list(String field, boolean required) {
    list(field, required, field);
  }

  private void list(String field, boolean required, String codes) {
    JsonNode values = in.path(field);
    if (values.isMissingNode() || (values.isArray() && values.isEmpty())) {
      if (required) {
        missing(field);
      }
    } else if (!values.isArray()) {
      wrong(field, "The " + plain(field) + " must be an array.");
    } else if (!values.valueStream().allMatch(one -> codes(codes).contains(one.asString("")))) {
      wrong(field, "The selected " + plain(field) + " is invalid.");
    } else {
      Set<String> sorted = new TreeSet<>(values.valueStream().map(JsonNode::asString).toList());
      var array = in.putArray(field);
      sorted.forEach(array::add);
    }
  }

  private void day(String field, boolean required, int first) {
    if (!in.has(field)) {
      if (required) {
        missing(field);
      }
      return;
    }
    try {
      LocalDate day = LocalDate.parse(in.path(field).asString(""));
      if (day.isBefore(LocalDate.of(first, 1, 1)) || day.isAfter(LocalDate.of(2038, 1, 1))) {
        wrong(field, "The " + plain(field) + " must be a date after or equal to the first.");
      }
    } catch (DateTimeException e) {
      wrong(field, "The " + plain(field) + " does not match the format YYYY-MM-DD.");
    }
  }

  private boolean contains(String field, String code) {
    return in.path(field).valueStream().anyMatch(one -> one.asString("").equals(code));
  }

  private boolean text(String field) {
    return in.path(field).isString();
  }

  private void missing(String field) {
    wrong(field, "The " + plain(field) + " field is required.");
  }

  private void wrong(String field, String sentence) {
    errors.computeIfAbsent(field, _ -> new ArrayList<>()).add(sentence);
  }

  private static String plain(String field) {
    return field.replace('_', ' ');
  }

  /** What is kept when nothing is wrong. */
  ObjectNode kept() {
    return in;
  }
}
