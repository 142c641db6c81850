package eu.gardefou.screening;

import eu.gardefou.access.Caller;

/**
 * Who asks and through which door. Recorded with the decision, and no part of it.
 *
 * @param surface such as {@code /v1/images/edits}
 */
public record Asker(Caller caller, String surface) {}
