package eu.gardefou.cli;

import java.util.List;

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
          new Named("three scripts", "платье φόρεμα فستان "));

  /** A text, or what it repeats. */
  record Named(String name, String text) {}

  private HostileTexts() {}

  /** One text for each way to make reading slow. */
  static List<Named> ofLength(int characters) {
    return UNITS.stream()
        .map(unit -> {
          int times = characters / unit.text().length() + 1;
          return new Named(unit.name(), unit.text().repeat(times).substring(0, characters));
        })
        .toList();
  }
}
