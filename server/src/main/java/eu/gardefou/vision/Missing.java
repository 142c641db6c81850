package eu.gardefou.vision;

/**
 * A model that did not look, or not at everything. Missing means no: nothing may be concluded from
 * its silence.
 *
 * @param check name of the model
 * @param why {@code missing} (no file), {@code checksum} (another file), {@code unreadable}, {@code
 *     manifest} (its manifest is not right), {@code unfit} (the model does not do what its manifest
 *     says), {@code switched-off} (set aside, and nothing in its place), {@code timeout}, {@code
 *     failed}, {@code interrupted}, or {@code faces} for an age model that had no face detector to
 *     work for
 */
public record Missing(String check, String why) {}
