package eu.gardefou.enforcement;

/**
 * The use of automated means (Article 17(3)(c) DSA).
 *
 * @param detected whether a machine found the content
 * @param decision how far a machine decided
 */
public record Automation(boolean detected, AutomatedDecision decision) {}
