package eu.gardefou.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReasonsTextTest {
  private final ReasonsText texts = new ReasonsText();

  @Test
  void everyLanguageHasTheSameKeysWithTheSamePlaces() {
    Properties english = bundle("");
    for (Locale language : ReasonsText.LANGUAGES) {
      Properties other =
          bundle(language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage());
      assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(other.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
        for (String place : List.of("{0}", "{1}")) {
          assertThat(other.getProperty(key).contains(place))
              .as(key)
              .isEqualTo(english.getProperty(key).contains(place));
        }
      }
    }
  }

  @Test
  void everyCodeHasItsWords() {
    Stream<Code> codes =
        Stream.of(
                VisibilityDecision.values(),
                MonetaryDecision.values(),
                ServiceDecision.values(),
                AccountDecision.values())
            .flatMap(Arrays::stream);
    assertThat(bundle("").stringPropertyNames())
        .containsAll(codes.map(Code::code).toList())
        .containsAll(Arrays.stream(SourceType.values()).map(code -> "b." + code.code()).toList())
        .containsAll(
            Arrays.stream(AutomatedDecision.values()).map(code -> "c." + code.code()).toList())
        .containsAll(
            Arrays.stream(Category.values())
                .filter(Category::inStatements)
                .map(Code::code)
                .toList())
        .containsAll(
            Arrays.stream(Restore.Cause.values()).map(cause -> "restored.why." + cause).toList());
  }

  @Test
  void theTextHasEveryElementInEnglish() {
    StatementOfReasons statement =
        Reasons.with(
            Restriction.Visibility.of(VisibilityDecision.CONTENT_REMOVED),
            new Restriction.Account(
                AccountDecision.SUSPENDED, AccountType.PRIVATE, LocalDate.of(2026, 12, 31)));
    assertThat(texts.of(statement, Locale.ENGLISH))
        // (a)
        .contains("We removed the content.", "This has no end date.")
        .contains("We suspended your account.", "This ends on 31 December 2026.")
        .contains("from 2 October 2026 in: all Member States of the European Union")
        // (b)
        .contains("It concerns: cyber violence against women.")
        .contains(statement.circumstances().facts(), "We looked at it after a notice.")
        // (c)
        .contains("was not found by automated means", "The decision was made by a person.")
        // (d)
        .contains("Legal ground: National provision", "A realistic synthetic picture")
        // (f)
        .contains(Reasons.REDRESS.complaint(), Reasons.REDRESS.outOfCourt())
        .contains(Reasons.REDRESS.court(), "within six months");
  }

  @Test
  void theTextHasEveryElementInFrench() {
    StatementOfReasons statement = incompatible();
    assertThat(texts.of(statement, Locale.CANADA_FRENCH))
        .contains("Nous avons rendu le contenu inaccessible.", "n’a pas de date de fin")
        .contains("à partir du 2 octobre 2026 dans les territoires suivants : Belgique, France")
        .contains("Objet : autre violation de nos conditions générales.")
        .contains("Found by a reviewer.", "de notre propre initiative")
        .contains("a été détecté par des moyens automatisés", "uniquement")
        .contains("Clause : 4.2", "Bare skin {0} isn't shown here.", "aussi comme illicite")
        .contains("réclamation", "règlement extrajudiciaire", "saisir la justice")
        .contains("https://forum.example/complaints", "https://bodies.example", "Court of Lyon");
  }

  private static StatementOfReasons incompatible() {
    return new StatementOfReasons(
        new Effect(
            List.of(Restriction.Visibility.of(VisibilityDecision.CONTENT_DISABLED)),
            Set.of(Territory.FR, Territory.BE),
            Reasons.FROM),
        new Circumstances(
            "Found by a reviewer.", SourceType.VOLUNTARY, Reasons.content(Content.Minor.NO)),
        new Automation(true, AutomatedDecision.FULLY),
        new Ground.Incompatible("4.2", "Bare skin {0} isn't shown here.", true, null),
        Classification.of(Category.OTHER_VIOLATION_TC, Keyword.NUDITY),
        Reasons.REDRESS,
        Duty.ARTICLE_17);
  }

  @Test
  void whoReadsAnotherLanguageIsToldInEnglish() {
    String english = texts.of(Reasons.removal(), Locale.ENGLISH);
    assertThat(texts.of(Reasons.removal(), Locale.forLanguageTag("mt"))).isEqualTo(english);
    assertThat(texts.of(Reasons.removal(), Locale.ROOT)).isEqualTo(english);
    assertThat(texts.of(Reasons.removal(), Locale.FRENCH)).isNotEqualTo(english);
  }

  @Test
  void aReversalIsTold() {
    Restore restore =
        new Restore(
            "key", new UUID(1, 1), Restore.Cause.COMPLAINT, "It was satire.", "ada", Locale.FRENCH);
    assertThat(texts.ofRestoring(restore, Locale.FRENCH))
        .contains("ne s’applique plus", "suite à une réclamation", "It was satire.");
  }

  private static Properties bundle(String language) {
    Properties properties = new Properties();
    String file = "/messages/reasons" + language + ".properties";
    try (var in = Objects.requireNonNull(ReasonsTextTest.class.getResourceAsStream(file))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
