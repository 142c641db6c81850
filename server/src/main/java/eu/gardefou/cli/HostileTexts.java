package eu.gardefou.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Texts by which the time of reading is measured. */
final class HostileTexts {
  /** Requests of about 300 characters as people write them. */
  static final List<String> ORDINARY =
      List.of(
          "Please take the photo of my neighbour standing in the garden with her two dogs, make the"
              + " sky a little bluer, remove the bin behind the fence and the cable over the roof,"
              + " brighten her face, and give the whole picture the look of an old film, with soft"
              + " grain, warm light and a thin white frame around it.",
          "Nimm bitte das Foto meiner Nachbarin im Garten mit ihren beiden Hunden, mach den Himmel"
              + " etwas blauer, entferne die Mülltonne hinter dem Zaun und das Kabel über dem Dach,"
              + " helle ihr Gesicht auf und gib dem ganzen Bild das Aussehen eines alten Films mit"
              + " weichem Korn, warmem Licht und weißem Rahmen.",
          "Prends la photo de ma voisine dans le jardin avec ses deux chiens, rends le ciel un peu"
              + " plus bleu, enlève la poubelle derrière la clôture et le câble au-dessus du toit,"
              + " éclaircis son visage et donne à toute l’image l’aspect d’un vieux film, avec un"
              + " grain doux, une lumière chaude et un cadre.");

  private static final List<Named> UNITS =
      List.of(
          new Named("one letter", "a"),
          new Named("single letters", "u "),
          new Named("negations", "not "),
          new Named("actions", "take "),
          new Named("pronouns", "her "),
          new Named("run together", "takeoffherdress"),
          new Named("almost run together", "takeoffherdressx"),
          new Named("leet", "n4k3d "),
          new Named("masks", "n*k*d "),
          new Named("masked words", "s#d#r p_b_t "),
          new Named("marks", "a\u0301\u0323"),
          new Named("tags", Character.toString(0xE0061)),
          new Named("selectors", Character.toString(0xE0161)),
          new Named("percent", "%41%"),
          new Named("entities", "&#97;"),
          new Named("base64", "QUJD"),
          new Named("hex", "74 "),
          new Named("compounds", "sommerkleiderschrankhaken "),
          new Named("gap phrases", "zieh take nimm "),
          new Named("unknown words", "brontugal verstilk omparity "),
          new Named("misspelt words", "undrss kleidngg vestdo "),
          new Named("repeats", "drrresss nnaakkeedd "),
          new Named("commas", "dress,"),
          new Named("homoglyphs", "nаkеd drеss "),
          new Named("three scripts", "платье φόρεμα فستان "),
          new Named("scripts by letter", "dрεسs "),
          new Named("stops", "a;"),
          new Named("words and stops", "dress;"),
          new Named("combining marks", "\u0301"),
          new Named("letters apart", "u.n-d r.e "),
          new Named("spaced letters", "t a k e  o f f  "),
          new Named("stretched", "ttaakkee ooofff hhher dddrresss "),
          new Named("romanised", "vgale tis to forema snimi s neyo platye "),
          new Named("languages", "enlève sa robe. take it off. zieh sie aus. quítale la falda. "),
          new Named("long words", "takeoffherdress".repeat(266) + " "),
          new Named("long unknown words", "brontugalverstilk".repeat(235) + " "));

  private static final List<String> WORDS =
      List.of(
          "clothes",
          "blouse",
          "Kleidung",
          "chemise",
          "undress",
          "remove",
          "vestido",
          "naked",
          "платье",
          "снимать",
          "φόρεμα",
          "sukienkę",
          "ruhája",
          "vaatteet",
          "klänning",
          "suknelę");

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /** A text, or what it repeats. */
  record Named(String name, String text) {}

  private HostileTexts() {}

  /** One text for each way to make reading slow. */
  static List<Named> ofLength(int characters) {
    List<Named> texts = new ArrayList<>();
    for (Named unit : UNITS) {
      int times = characters / unit.text().length() + 1;
      texts.add(new Named(unit.name(), unit.text().repeat(times).substring(0, characters)));
    }
    var random = new Random(characters);
    texts.add(
        generated("ever new words", characters, () -> letters(random, 4 + random.nextInt(9))));
    texts.add(generated("ever new long words", characters, () -> letters(random, 40)));
    texts.add(generated("ever new misspellings", characters, () -> misspelt(random)));
    texts.add(generated("ever new words run together", characters, () -> runTogether(random)));
    texts.add(new Named("nested encodings", nested(characters)));
    return texts;
  }

  private static Named generated(String name, int characters, Supplier<String> words) {
    var text = new StringBuilder(characters + 100);
    while (text.length() < characters) {
      text.append(words.get()).append(' ');
    }
    return new Named(name, text.substring(0, characters));
  }

  private static String letters(Random random, int count) {
    var word = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static String misspelt(Random random) {
    var word = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    return word.insert(1 + random.nextInt(word.length() - 1), letter).toString();
  }

  private static String runTogether(Random random) {
    return misspelt(random) + WORDS.get(random.nextInt(WORDS.size())) + misspelt(random);
  }

  private static String nested(int characters) {
    String text = "undress her ".repeat(characters / 21);
    for (int i = 0; i < 2; i++) {
      text = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
    return text.substring(0, Math.min(text.length(), characters));
  }
}
