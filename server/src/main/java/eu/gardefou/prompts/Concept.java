package eu.gardefou.prompts;

import java.util.Locale;

/** What a written request asks for or mentions. */
public enum Concept {
  /** Sexual content. */
  SEXUAL,
  /** Taking clothes off somebody, or showing them without. */
  UNDRESS,
  /** Scant, intimate or see-through wear on somebody. */
  REVEALING,
  /** A person, without a name. */
  PERSON,
  /** A person by name. */
  NAMED_PERSON,
  /** Somebody who is, or may be, under age. */
  MINOR,
  /** Text hidden from the reader's eye: tag characters, direction overrides, carriers. */
  HIDDEN_TEXT;

  /** The name used in policies and JSON, such as {@code named-person}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
