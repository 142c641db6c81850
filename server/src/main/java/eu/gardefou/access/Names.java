package eu.gardefou.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of people and things, in one spelling. */
final class Names {
  private static final Pattern PERSON =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@'-]{1,63}");
  private static final Pattern THING = Pattern.compile("[^\\p{C}]{1,100}");

  private Names() {}

  static String ofPerson(String given) {
    String name = plain(given);
    if (!PERSON.matcher(name).matches()) {
      throw new AccessProblem(
          AccessProblem.Cause.NAME,
          "A name has 2 to 64 letters, digits, spaces and . _ @ ' -, and begins with a letter or"
              + " digit.");
    }
    return name;
  }

  static String ofThing(String given) {
    String name = plain(given);
    if (!THING.matcher(name).matches()) {
      throw new AccessProblem(AccessProblem.Cause.NAME, "A name has 1 to 100 characters.");
    }
    return name;
  }

  /** How two names are compared: "ADA" is "Ada". */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static String plain(String given) {
    return Normalizer.normalize(given, Normalizer.Form.NFC).strip();
  }
}
