package eu.gardefou.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Nothing incomplete is made, and what the Commission's validator lets through is refused here. */
final class StatementOfReasonsTest {
  private static final Set<Territory> FRANCE = EnumSet.of(Territory.FR);

  @Test
  void anythingMissingIsRefused() {
    refused("decision_visibility", () -> new Effect(List.of(), FRANCE, Reasons.FROM));
    refused(
        "territorial_scope",
        () -> new Effect(Reasons.removal().effect().restrictions(), Set.of(), Reasons.FROM));
    refused("decision_facts", () -> Reasons.circumstances(" \n "));
    refused("illegal_content_legal_ground", () -> new Ground.Illegal("", "why", null));
    refused("illegal_content_explanation", () -> new Ground.Illegal("law", " ", null));
    refused("incompatible_content_ground", () -> new Ground.Incompatible("", "why", false, null));
    refused("redress", () -> new Redress("", "b", "c"));
    refused("redress", () -> new Redress("a", " ", "c"));
    refused("redress", () -> new Redress("a", "b", ""));
    refused("decision_visibility", () -> new Restriction.Visibility(Set.of(), null, null));
    refused(
        "content_type", () -> new Content(Set.of(), null, null, Reasons.FROM, Content.Minor.NO));
  }

  @Test
  void anOtherHasItsTextAndNothingElseHasOne() {
    refused("decision_visibility_other", () -> Restriction.Visibility.of(VisibilityDecision.OTHER));
    refused(
        "decision_monetary_other",
        () -> new Restriction.Monetary(MonetaryDecision.OTHER, null, null));
    refused(
        "decision_monetary_other",
        () -> new Restriction.Monetary(MonetaryDecision.SUSPENSION, "text", null));
    refused(
        "content_type_other",
        () -> new Content(Set.of(ContentType.OTHER), "", null, Reasons.FROM, Content.Minor.NO));
    refused(
        "category_specification_other", () -> Classification.of(Category.VIOLENCE, Keyword.OTHER));
    assertThat(new Restriction.Monetary(MonetaryDecision.OTHER, " No tips. ", null).other())
        .isEqualTo("No tips.");
  }

  @Test
  void anEndBeforeTheStartIsRefused() {
    Restriction before =
        new Restriction.Account(AccountDecision.SUSPENDED, null, Reasons.FROM.minusDays(1));
    refused("end_date", () -> new Effect(List.of(before), FRANCE, Reasons.FROM));
    Restriction sameDay = new Restriction.Account(AccountDecision.SUSPENDED, null, Reasons.FROM);
    assertThatCode(() -> new Effect(List.of(sameDay), FRANCE, Reasons.FROM))
        .doesNotThrowAnyException();
  }

  @Test
  void daysAreThoseThatTheDatabaseTakes() {
    refused("content_date", () -> contentOf(LocalDate.of(1999, 12, 31)));
    refused("content_date", () -> contentOf(LocalDate.of(2038, 1, 2)));
    assertThat(contentOf(LocalDate.of(2000, 1, 1)).date()).isEqualTo("2000-01-01");
    assertThat(contentOf(LocalDate.of(2038, 1, 1)).date()).isEqualTo("2038-01-01");
    List<Restriction> removed = Reasons.removal().effect().restrictions();
    refused("application_date", () -> new Effect(removed, FRANCE, LocalDate.of(2019, 12, 31)));
    assertThatCode(() -> new Effect(removed, FRANCE, LocalDate.of(2020, 1, 1)))
        .doesNotThrowAnyException();
  }

  private static Content contentOf(LocalDate day) {
    return new Content(Set.of(ContentType.TEXT), null, null, day, Content.Minor.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reported by jeanne.martin@example.org.",
        "Call +33 1 23 45 67 89.",
        "Call 0123 456 789 in the morning.",
        "Account 123456789.",
        "See https://forum.example/users/jeanne",
        "See https://jeanne@forum.example",
        "See forum.example/jeanne for more",
        "Posted by @jeanne.",
        "From 192.0.2.17.",
        "From 2001:db8:0:1::17.",
        "From 2001:db8::17.",
        "From ::1.",
        "From the network 2001:db8::/32.",
        "Call 555-123-4567.",
        "Call (555) 123-4567.",
        "Call 0123 456 789 on 01.10.2026 14:00.",
        "Call +49 01.10.2026.",
        "Hash d41d8cd98f00b204e9800998ecf8427e."
      })
  void personalDataIsRefused(String facts) {
    refused("decision_facts", () -> Reasons.circumstances(facts));
    refused("illegal_content_explanation", () -> new Ground.Illegal("law", facts, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Article 226-8-1 of the Penal Code, in force since 21 May 2024.",
        "Directive (EU) 2024/1385, Article 5(1)(b); 47 U.S.C. 223a.",
        "Seen on 01.10.2026 14:00, on 01/10/2026 14.30 and again 2026-10-01/2026-10-05.",
        "The class std::vector:: and a note:: in the caption.",
        "Two\tcolumns,\r\ntwo lines.",
        "Reported on 2026-10-01 at 14:05; clause 4.2.1 of the terms of forum.example.",
        "L’image a été modifiée : visage réel, corps synthétique (3 copies, 80 %)."
      })
  void lawsDaysAndClausesAreNoPersonalData(String facts) {
    assertThat(Reasons.circumstances(facts).facts()).isEqualTo(facts);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 0x1b, 0x7f, 0x85, 0xd800})
  void whatCannotBeKeptOrReadIsRefused(int character) {
    String text = "a" + (char) character + "b";
    refused("decision_facts", () -> Reasons.circumstances(text));
    refused("illegal_content_legal_ground", () -> new Ground.Illegal(text, "why", null));
  }

  @Test
  void lengthsCountCharacters() {
    String fits = "🙂".repeat(500);
    assertThat(new Ground.Illegal(fits, "why", null).law()).isEqualTo(fits);
    refused("illegal_content_legal_ground", () -> new Ground.Illegal(fits + "x", "why", null));
    refused("decision_facts", () -> Reasons.circumstances("x".repeat(5_001)));
  }

  @Test
  void aKeywordBelongsToACategoryThatIsNamed() {
    refused(
        "category_specification", () -> Classification.of(Category.CYBER_VIOLENCE, Keyword.NUDITY));
    refused("category_specification", () -> Classification.of(Category.VIOLENCE, Keyword.STALKING));
    assertThat(
            new Classification(
                    Category.CYBER_VIOLENCE,
                    Set.of(Category.OTHER_VIOLATION_TC, Category.CYBER_VIOLENCE),
                    List.of(Keyword.NUDITY),
                    null)
                .additional())
        .containsExactly(Category.OTHER_VIOLATION_TC);
    refused(
        "category",
        () -> new Classification(Category.NOT_SPECIFIED_ORDER, Set.of(), List.of(), null));
  }

  @Test
  void aPossibleMinorChangesTheKeyword() {
    for (Content.Minor minor : List.of(Content.Minor.SUSPECTED, Content.Minor.CONFIRMED)) {
      assertThatThrownBy(() -> Reasons.of(minor, Reasons.classification()))
          .isInstanceOf(StatementProblem.class)
          .hasMessageContaining("9c, KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE");
      assertThatThrownBy(() ->
              Reasons.of(
                  minor,
                  Classification.of(Category.CYBER_VIOLENCE, Keyword.NON_CONSENSUAL_IMAGE_SHARING)))
          .hasMessageContaining("9b, KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL");
    }
    assertThatCode(() ->
            Reasons.of(
                Content.Minor.SUSPECTED,
                Classification.of(
                    Category.PROTECTION_OF_MINORS, Keyword.CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE)))
        .doesNotThrowAnyException();
  }

  @Test
  void aPuidHasItsFormAndStays() {
    UUID action = UUID.fromString("6b1f0a52-3a53-4e0f-8a54-6f3b5f6f1f10");
    assertThat(Puid.of(action, 1)).isEqualTo(new Puid(action + "-1")).isEqualTo(Puid.of(action, 1));
    assertThat(new Puid("344ndbd_3338383-11aST").value()).hasSize(21);
    refused("puid", () -> new Puid("123.STATE sor/category"));
    refused("puid", () -> new Puid("x".repeat(501)));
    refused("puid", () -> new Puid("abc\n"));
    refused("puid", () -> new Puid(""));
  }

  @Test
  void aReferenceIsAPlainWebAddress() {
    refused(
        "decision_ground_reference_url",
        () -> new Ground.Illegal("law", "why", URI.create("file:///etc/passwd")));
    refused(
        "decision_ground_reference_url",
        () -> new Ground.Incompatible("1", "why", false, URI.create("https://a@law.example/1")));
  }

  @Test
  void thePayloadIsThatOfTheSchema() {
    StatementOfReasons statement =
        Reasons.with(
            Restriction.Visibility.of(VisibilityDecision.CONTENT_REMOVED),
            new Restriction.Account(
                AccountDecision.SUSPENDED, AccountType.PRIVATE, LocalDate.of(2026, 12, 31)));
    assertThat(DatabasePayload.of(statement, new Puid("a-1")))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {
                      "puid": "a-1",
                      "decision_visibility": ["DECISION_VISIBILITY_CONTENT_REMOVED"],
                      "decision_account": "DECISION_ACCOUNT_SUSPENDED",
                      "account_type": "ACCOUNT_TYPE_PRIVATE",
                      "end_date_account_restriction": "2026-12-31",
                      "decision_ground": "DECISION_GROUND_ILLEGAL_CONTENT",
                      "illegal_content_legal_ground": "National provision on synthetic pictures of persons",
                      "illegal_content_explanation":
                        "A realistic synthetic picture of an identifiable adult without consent.",
                      "category": "STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN",
                      "category_specification":
                        ["KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN"],
                      "content_type": ["CONTENT_TYPE_IMAGE", "CONTENT_TYPE_SYNTHETIC_MEDIA"],
                      "content_language": "FR",
                      "content_date": "2026-10-01",
                      "territorial_scope": ["AT","BE","BG","CY","CZ","DE","DK","EE","ES","FI","FR","GR",
                        "HR","HU","IE","IT","LT","LU","LV","MT","NL","PL","PT","RO","SE","SI","SK"],
                      "application_date": "2026-10-02",
                      "decision_facts":
                        "Reported by the person shown. A reviewer confirmed that it is synthetic.",
                      "source_type": "SOURCE_ARTICLE_16",
                      "automated_detection": "No",
                      "automated_decision": "AUTOMATED_DECISION_NOT_AUTOMATED"
                    }
                    """));
  }

  private static void refused(String field, ThrowingCallable making) {
    assertThatExceptionOfType(StatementProblem.class)
        .isThrownBy(making)
        .satisfies(problem -> assertThat(problem.field()).isEqualTo(field));
  }
}
