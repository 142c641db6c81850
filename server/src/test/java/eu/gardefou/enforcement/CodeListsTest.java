package eu.gardefou.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists against what the note on the law says of them. */
final class CodeListsTest {
  @Test
  void thereAreAsManyAsTheDatabaseTakes() {
    assertThat(Keyword.values()).hasSize(69);
    assertThat(Category.values()).hasSize(17);
    assertThat(Arrays.stream(Category.values()).filter(Category::inStatements)).hasSize(16);
    assertThat(Territory.values()).hasSize(30);
    assertThat(Territory.union()).hasSize(27).doesNotContain(Territory.NO);
    assertThat(ContentType.values()).hasSize(8);
    assertThat(VisibilityDecision.values()).hasSize(7);
  }

  @Test
  void everyCodeIsSpeltAsTheApiSpellsIt() {
    assertThat(codes(VisibilityDecision.values())).contains("DECISION_VISIBILITY_CONTENT_REMOVED");
    assertThat(codes(MonetaryDecision.values())).contains("DECISION_MONETARY_OTHER");
    assertThat(codes(ServiceDecision.values())).contains("DECISION_PROVISION_PARTIAL_TERMINATION");
    assertThat(codes(AccountDecision.values()))
        .containsExactly("DECISION_ACCOUNT_SUSPENDED", "DECISION_ACCOUNT_TERMINATED");
    assertThat(codes(GroundType.values()))
        .containsExactly("DECISION_GROUND_ILLEGAL_CONTENT", "DECISION_GROUND_INCOMPATIBLE_CONTENT");
    assertThat(codes(SourceType.values()))
        .containsExactly(
            "SOURCE_ARTICLE_16",
            "SOURCE_TRUSTED_FLAGGER",
            "SOURCE_TYPE_OTHER_NOTIFICATION",
            "SOURCE_VOLUNTARY");
    assertThat(codes(AutomatedDecision.values())).contains("AUTOMATED_DECISION_NOT_AUTOMATED");
    assertThat(codes(ContentLanguage.values())).contains("VI", "EL").doesNotContain("en", "GR");
    assertThat(Category.CYBER_VIOLENCE_AGAINST_WOMEN.code())
        .isEqualTo("STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN");
    assertThat(Keyword.NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN.code())
        .isEqualTo("KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN");
  }

  @Test
  void labelsAreTheOfficialOnes() {
    assertThat(Category.CYBER_VIOLENCE.label(Keyword.NON_CONSENSUAL_IMAGE_SHARING)).isEqualTo("3e");
    assertThat(
            Category.CYBER_VIOLENCE_AGAINST_WOMEN.label(
                Keyword.NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN))
        .isEqualTo("4g");
    assertThat(Category.PROTECTION_OF_MINORS.label(Keyword.CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE))
        .isEqualTo("9c");
    assertThat(Category.OTHER_VIOLATION_TC.label(Keyword.OTHER)).isEqualTo("15g");
    assertThat(Category.NOT_SPECIFIED_NOTICE.label()).isEqualTo("17");
    assertThatThrownBy(() -> Category.VIOLENCE.label(Keyword.NUDITY))
        .hasMessageContaining("KEYWORD_NUDITY");
  }

  @Test
  void everyKeywordButOneHasItsCategoryAndOnlyOtherHasMany() {
    for (Keyword keyword : Keyword.values()) {
      List<Category> of =
          Arrays.stream(Category.values())
              .filter(category -> category.keywords().contains(keyword))
              .toList();
      assertThat(of)
          .as(keyword.code())
          .hasSize(
              switch (keyword) {
                case OTHER -> 15;
                case STALKING -> 0;
                default -> 1;
              });
    }
  }

  @Test
  void whatLeavesMinorsOutHasAnotherKeywordForThem() {
    List<Keyword> excluding =
        Arrays.stream(Keyword.values()).filter(Keyword::excludesMinors).toList();
    assertThat(excluding).hasSize(4);
    assertThat(excluding)
        .allSatisfy(keyword ->
            assertThat(keyword.description()).contains("excluding content depicting minors"));
    assertThat(excluding)
        .allSatisfy(keyword ->
            assertThat(Category.PROTECTION_OF_MINORS.keywords()).contains(keyword.ofMinors()));
  }

  @Test
  void aTypoAndAnOldCodeAreTold() {
    assertThat(Keyword.of("KEYWORD_NUDITY")).isEqualTo(Keyword.NUDITY);
    assertThatThrownBy(() -> Keyword.of("KEYWORD_NUDITTY"))
        .isInstanceOf(CodeProblem.class)
        .hasMessage(
            "\"KEYWORD_NUDITTY\" is not a code of the list Keyword; the most similar one is"
                + " KEYWORD_NUDITY.");
    assertThatThrownBy(() -> Category.of("STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR"))
        .isInstanceOf(CodeProblem.class);
    assertThatThrownBy(() -> Territory.of("UK")).isInstanceOf(CodeProblem.class);
    assertThatThrownBy(() -> ContentLanguage.of("en")).isInstanceOf(CodeProblem.class);
    assertThatThrownBy(() -> SourceType.of("x".repeat(100_000)))
        .satisfies(problem -> assertThat(problem.getMessage()).hasSizeLessThan(300));
  }

  private static List<String> codes(Code... list) {
    return Stream.of(list).map(Code::code).toList();
  }
}
