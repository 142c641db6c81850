package eu.gardefou.policy;

/**
 * What is known of the consent of the people in a picture. Only words of a record count, never a
 * claim.
 */
public enum Consent {
  /** No record covers the people in the picture. */
  NONE
}
