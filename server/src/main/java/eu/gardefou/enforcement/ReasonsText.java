package eu.gardefou.enforcement;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * What the recipient is told, from reviewed templates: all elements of Article 17(3) DSA, and never
 * who gave notice. Safe for many threads.
 */
final class ReasonsText {
  /** Languages whose templates are complete. The first is for everybody else. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final String BUNDLE = "messages/reasons";

  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

  ReasonsText() {
    messages.setBasename(BUNDLE);
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
  }

  /** The language in which somebody is told who reads another one. */
  static Locale nearest(Locale wanted) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  /** The text, paragraphs with an empty line between them. */
  String of(StatementOfReasons statement, Locale wanted) {
    return new Writing(nearest(wanted)).of(statement);
  }

  /** The text that tells the recipient of a reversal. */
  String ofRestoring(Restore restore, Locale wanted) {
    Writing writing = new Writing(nearest(wanted));
    writing.say("restored");
    writing.say("restored.why." + restore.cause().name());
    writing.lines.add(restore.explanation());
    return writing.text();
  }

  private final class Writing {
    private final Locale language;
    private final List<String> lines = new ArrayList<>();

    Writing(Locale language) {
      this.language = language;
    }

    String of(StatementOfReasons statement) {
      say("intro");
      effect(statement.effect());
      circumstances(statement.circumstances(), statement.classification());
      say("c.title");
      say(statement.automation().detected() ? "c.detected" : "c.notDetected");
      say("c." + statement.automation().decision().code());
      ground(statement.ground());
      redress(statement.redress());
      return text();
    }

    private void effect(Effect effect) {
      say("a.title");
      for (Restriction restriction : effect.restrictions()) {
        restriction(restriction);
        LocalDate until = restriction.until();
        if (until == null) {
          say("a.noEnd");
        } else {
          say("a.until", day(until));
        }
      }
      say("a.where", day(effect.from()), countries(effect.territories()));
    }

    private void restriction(Restriction restriction) {
      switch (restriction) {
        case Restriction.Visibility(var decisions, var other, _) -> {
          decisions.stream().sorted().forEach(decision -> say(decision.code(), text(other)));
        }
        case Restriction.Monetary(var decision, var other, _) -> say(decision.code(), text(other));
        case Restriction.Provision(var decision, _) -> say(decision.code());
        case Restriction.Account(var decision, _, _) -> say(decision.code());
      }
    }

    private void circumstances(Circumstances circumstances, Classification about) {
      say("b.title");
      say("b.about", word(about.category().code()));
      lines.add(circumstances.facts());
      say("b." + circumstances.source().code());
    }

    private void ground(Ground ground) {
      switch (ground) {
        case Ground.Illegal(var law, var explanation, var reference) -> {
          say("d.title");
          say("d.ground", law);
          lines.add(explanation);
          reference(reference);
        }
        case Ground.Incompatible(var clause, var explanation, var illegal, var reference) -> {
          say("e.title");
          say("e.ground", clause);
          lines.add(explanation);
          if (illegal) {
            say("e.alsoIllegal");
          }
          reference(reference);
        }
      }
    }

    private void reference(@Nullable URI reference) {
      if (reference != null) {
        say("reference", reference.toString());
      }
    }

    private void redress(Redress redress) {
      say("f.title");
      say("f.complaint", redress.complaint());
      say("f.outOfCourt", redress.outOfCourt());
      say("f.court", redress.court());
    }

    private void say(String key, Object... values) {
      lines.add(word(key, values));
    }

    private String word(String key, Object... values) {
      return messages.getMessage(key, values, language);
    }

    private String day(LocalDate day) {
      return day.format(DateTimeFormatter.ofPattern(word("day"), language));
    }

    private String countries(Set<Territory> territories) {
      if (territories.equals(Set.of(Territory.values()))) {
        return word("a.area");
      }
      if (territories.equals(Territory.union())) {
        return word("a.union");
      }
      return territories.stream()
          .map(territory -> Locale.of("", territory.code()).getDisplayCountry(language))
          .sorted()
          .collect(Collectors.joining(", "));
    }

    private String text(@Nullable String value) {
      return value == null ? "" : value;
    }

    String text() {
      return String.join("\n\n", lines);
    }
  }
}
