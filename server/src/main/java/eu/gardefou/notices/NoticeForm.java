package eu.gardefou.notices;

import eu.gardefou.hashing.PdqHash;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A notice that came as JSON. Whatever can be read is kept; each field that cannot is named. */
final class NoticeForm {
  private static final Set<String> FIELDS =
      Set.of(
          "locations",
          "explanation",
          "reporter",
          "goodFaith",
          "notConsented",
          "category",
          "language",
          "country");
  private static final Set<String> REPORTER =
      Set.of("standing", "name", "email", "signature", "wish");
  private static final Set<String> LOCATION = Set.of("url", "pdq", "quality", "poses", "sha256");
  private static final int HEX = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>.]+");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private NoticeForm() {}

  static Draft read(ObjectNode object) {
    Fields fields = Fields.of(object).knowing(FIELDS);
    String explanation = fields.text("explanation", Notice.LONGEST_EXPLANATION);
    Notice notice =
        new Notice(
            fields.each("locations", Notice.MOST_LOCATORS, entry -> locator(fields, entry)),
            explanation == null ? "" : explanation,
            reporter(fields.inside("reporter")),
            fields.flag("goodFaith"),
            fields.flag("notConsented"),
            fields.word("category", Category.class),
            fields.parsed("language", 32, NoticeForm::language),
            fields.parsed("country", 32, NoticeForm::country));
    return new Draft(notice, fields.errors());
  }

  private static Reporter reporter(Fields fields) {
    fields.knowing(REPORTER);
    ContactWish wish = fields.word("wish", ContactWish.class);
    return new Reporter(
        fields.word("standing", Standing.class),
        fields.text("name", LONGEST_NAME),
        fields.parsed("email", LONGEST_EMAIL, NoticeForm::email),
        fields.text("signature", LONGEST_NAME),
        wish == null ? ContactWish.PAGE : wish);
  }

  private static @Nullable Locator locator(Fields all, Fields.Entry entry) {
    if (!entry.value().isObject()) {
      all.note(
          entry.name(),
          "A location is an object: with 'url', or with 'pdq', 'quality', 'poses' and 'sha256'.",
          entry.value().toString());
      return null;
    }
    Fields fields = all.of(entry).knowing(LOCATION);
    boolean both = entry.value().has("url") && entry.value().has("pdq");
    boolean none = !entry.value().has("url") && !entry.value().has("pdq");
    if (both || none) {
      all.note(entry.name(), "A location has either 'url' or 'pdq'.", entry.value().toString());
      return null;
    }
    return entry.value().has("url") ? address(fields) : hash(fields);
  }

  private static @Nullable Locator address(Fields fields) {
    return fields.parsed("url", Locator.Address.LONGEST, text -> new Locator.Address(url(text)));
  }

  private static @Nullable Locator hash(Fields fields) {
    PdqHash pdq = fields.parsed("pdq", HEX, PdqHash::parse);
    Integer quality = fields.whole("quality", 0, 100);
    List<PdqHash> poses =
        fields.each("poses", Locator.DeviceHash.MOST_POSES, entry -> pose(fields, entry));
    String sha256 = fields.parsed("sha256", HEX, NoticeForm::sha256);
    // Of unknown quality is of none: nothing is found by it that a person has not looked at.
    return pdq == null
        ? null
        : new Locator.DeviceHash(pdq, quality == null ? 0 : quality, poses, sha256);
  }

  private static @Nullable PdqHash pose(Fields fields, Fields.Entry entry) {
    try {
      return PdqHash.parse(entry.value().isString() ? entry.value().stringValue() : "");
    } catch (IllegalArgumentException malformed) {
      fields.note(
          entry.name(),
          "'" + entry.name() + "': " + malformed.getMessage() + ".",
          entry.value().toString());
      return null;
    }
  }

  private static String url(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      String host = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
      if (!Set.of("http", "https").contains(scheme) || host.isEmpty() || host.contains("@")) {
        throw new IllegalArgumentException("an address begins with https:// and a host");
      }
      return text;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "not an address; the character at position " + e.getIndex() + " cannot be in one", e);
    }
  }

  private static String email(String text) {
    return matching(EMAIL, text, "not an e-mail address such as name@example.org");
  }

  private static String language(String text) {
    return matching(LANGUAGE, text, "a language is such as fr or pt-BR");
  }

  private static String sha256(String text) {
    return matching(SHA256, text, "64 hexadecimal digits").toLowerCase(Locale.ROOT);
  }

  private static String country(String text) {
    if (!COUNTRIES.contains(text)) {
      throw new IllegalArgumentException("a country is two capital letters such as FR");
    }
    return text;
  }

  private static String matching(Pattern pattern, String text, String otherwise) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(otherwise);
    }
    return text;
  }
}
