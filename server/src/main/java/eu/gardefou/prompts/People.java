package eu.gardefou.prompts;

/** Who is spoken of: a person, a person by name, somebody who is or may be a child. */
final class People implements Rule {
  private static final long NAMING = Sense.ROLE.bit();
  private static final long FIRST_NAME = Sense.FIRST_NAME.bit();

  @Override
  public void read(Passage p, Findings findings) {
    for (int i = 0; i < p.size(); i++) {
      if (p.has(i, Sense.PEOPLE)) {
        findings.add(Concept.PERSON, 0.9, "person", p, Sense.PEOPLE, i);
      } else if (p.has(i, Sense.POSSESSIVE.bit())) {
        findings.add(Concept.PERSON, 0.6, "person-owner", p, Sense.POSSESSIVE.bit(), i);
      }
      if (p.has(i, Sense.MINOR.bit())) {
        findings.add(Concept.MINOR, 0.9, "minor-word", p, Sense.MINOR.bit(), i);
      } else if (p.has(i, Sense.MAYBE_MINOR.bit())) {
        findings.add(Concept.MINOR, 0.5, "minor-maybe", p, Sense.MAYBE_MINOR.bit(), i);
      }
      named(p, i, findings);
    }
  }

  private static void named(Passage p, int i, Findings findings) {
    boolean nameFollows = p.joined(i + 1) && isName(p, i + 1);
    if (p.has(i, FIRST_NAME)) {
      double strength = nameFollows ? 0.9 : 0.6;
      findings.add(Concept.NAMED_PERSON, strength, "person-name", p, FIRST_NAME, i);
    } else if (p.has(i, NAMING) && nameFollows) {
      findings.add(Concept.NAMED_PERSON, 0.8, "person-title", p, NAMING, i);
    } else if (nameFollows && isName(p, i) && isCapital(p, i) && isCapital(p, i + 1)) {
      findings.add(Concept.NAMED_PERSON, 0.4, "person-capitals", Entry.ANY, p.reading());
    }
  }

  /** A word that no data file knows, or a first name. */
  private static boolean isName(Passage p, int i) {
    Unit unit = p.unit(i);
    return unit.has(FIRST_NAME)
        || (unit.entries().isEmpty() && unit.number() < 0 && unit.token().text().length() > 2);
  }

  private static boolean isCapital(Passage p, int i) {
    return p.unit(i).token().capital();
  }
}
