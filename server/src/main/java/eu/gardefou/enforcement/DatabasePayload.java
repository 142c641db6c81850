package eu.gardefou.enforcement;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A statement as the Transparency Database takes it: schema of 1 July 2025. The source's identity,
 * which it would take, is never sent.
 */
final class DatabasePayload {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ObjectNode fields = JSON.createObjectNode();

  private DatabasePayload() {}

  static ObjectNode of(StatementOfReasons statement, Puid puid) {
    DatabasePayload payload = new DatabasePayload();
    payload.text("puid", puid.value());
    statement.effect().restrictions().forEach(payload::restriction);
    payload.ground(statement.ground());
    payload.classification(statement.classification());
    payload.content(statement.circumstances().content());
    payload.list("territorial_scope", statement.effect().territories());
    payload.day("application_date", statement.effect().from());
    payload.text("decision_facts", statement.circumstances().facts());
    payload.text("source_type", statement.circumstances().source().code());
    payload.text("automated_detection", yes(statement.automation().detected()));
    payload.text("automated_decision", statement.automation().decision().code());
    return payload.fields;
  }

  private void restriction(Restriction restriction) {
    switch (restriction) {
      case Restriction.Visibility(var decisions, var other, var until) -> {
        list("decision_visibility", decisions);
        text("decision_visibility_other", other);
        day("end_date_visibility_restriction", until);
      }
      case Restriction.Monetary(var decision, var other, var until) -> {
        text("decision_monetary", decision.code());
        text("decision_monetary_other", other);
        day("end_date_monetary_restriction", until);
      }
      case Restriction.Provision(var decision, var until) -> {
        text("decision_provision", decision.code());
        day("end_date_service_restriction", until);
      }
      case Restriction.Account(var decision, var type, var until) -> {
        text("decision_account", decision.code());
        text("account_type", type == null ? null : type.code());
        day("end_date_account_restriction", until);
      }
    }
  }

  private void ground(Ground ground) {
    text("decision_ground", ground.type().code());
    URI reference = ground.reference();
    text("decision_ground_reference_url", reference == null ? null : reference.toString());
    switch (ground) {
      case Ground.Illegal(var law, var explanation, _) -> {
        text("illegal_content_legal_ground", law);
        text("illegal_content_explanation", explanation);
      }
      case Ground.Incompatible(var clause, var explanation, var illegal, _) -> {
        text("incompatible_content_ground", clause);
        text("incompatible_content_explanation", explanation);
        text("incompatible_content_illegal", yes(illegal));
      }
    }
  }

  private void classification(Classification classification) {
    text("category", classification.category().code());
    list("category_addition", classification.additional());
    list("category_specification", classification.keywords());
    text("category_specification_other", classification.other());
  }

  private void content(Content content) {
    list("content_type", content.types());
    text("content_type_other", content.other());
    ContentLanguage language = content.language();
    text("content_language", language == null ? null : language.code());
    day("content_date", content.date());
  }

  private static String yes(boolean really) {
    return really ? "Yes" : "No";
  }

  private void text(String field, @Nullable String value) {
    if (value != null) {
      fields.put(field, value);
    }
  }

  private void day(String field, @Nullable LocalDate day) {
    if (day != null) {
      fields.put(field, day.toString());
    }
  }

  /** In the order of their codes, as the database keeps them; an empty one is left out. */
  private void list(String field, Collection<? extends Code> values) {
    List<String> codes = values.stream().map(Code::code).sorted().toList();
    if (!codes.isEmpty()) {
      var array = fields.putArray(field);
      codes.forEach(array::add);
    }
  }
}
