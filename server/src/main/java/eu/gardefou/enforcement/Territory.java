package eu.gardefou.enforcement;

import java.util.EnumSet;
import java.util.Set;

/** The countries of the European Economic Area, in the order of their codes. */
public enum Territory implements Code {
  AT,
  BE,
  BG,
  CY,
  CZ,
  DE,
  DK,
  EE,
  ES,
  FI,
  FR,
  GR,
  HR,
  HU,
  IE,
  IS,
  IT,
  LI,
  LT,
  LU,
  LV,
  MT,
  NL,
  NO,
  PL,
  PT,
  RO,
  SE,
  SI,
  SK;

  @Override
  public String code() {
    return name();
  }

  /** Whether it is a Member State of the Union. */
  public boolean inUnion() {
    return this != IS && this != LI && this != NO;
  }

  /** All Member States of the Union. */
  public static Set<Territory> union() {
    Set<Territory> states = EnumSet.allOf(Territory.class);
    states.removeIf(state -> !state.inUnion());
    return states;
  }

  /**
   * Reads an API code.
   *
   * @throws CodeProblem when it is none
   */
  public static Territory of(String code) {
    return Code.of(Territory.class, code);
  }
}
