package eu.gardefou.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The console's texts in the reader's language. Keys are checked against the bundle by a test. */
final class Words {
  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  /** The text of a key. */
  String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  /**
   * The word for a value of an open set, such as a concept from somebody's own word list; the value
   * itself when the bundle does not know it.
   */
  String word(String family, String value) {
    return find(family + "." + value).orElse(value);
  }

  /** The text of a key that may not be one. */
  Optional<String> find(String key) {
    return Optional.ofNullable(messages.getMessage(key, new Object[0], null, locale()));
  }

  /** The text for one value of a closed set, such as a problem's cause. */
  String word(String family, Enum<?> value) {
    return say(family + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Words in a row. */
  String list(Collection<String> words) {
    return String.join(say("format.list"), words);
  }

  /** The name of a language, from its ISO 639-1 code. */
  String language(String code) {
    return Locale.of(code).getDisplayLanguage(locale());
  }

  /** A moment to the second, in UTC; the page says so. */
  String moment(Instant at) {
    return DateTimeFormatter.ofPattern(say("format.moment"), locale())
        .withZone(ZoneOffset.UTC)
        .format(at);
  }

  /** A moment to the second that says that it is in UTC. */
  String momentUtc(Instant at) {
    return say("format.moment.utc", moment(at));
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
