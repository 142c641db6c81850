package eu.gardefou.notices;

/** A law that asks something of a notice, or of whoever received it. */
public enum Regime {
  /** Digital Services Act, Regulation (EU) 2022/2065. */
  DSA,
  /** TAKE IT DOWN Act, 47 U.S.C. 223a. */
  TIDA
}
