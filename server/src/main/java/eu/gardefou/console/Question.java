package eu.gardefou.console;

/**
 * A page that asks before something is done that cannot be undone.
 *
 * @param place of the console that it belongs to
 * @param subject what it is about, as text
 * @param action path that does it
 * @param back path that does not
 */
record Question(
    String place,
    String title,
    String consequence,
    String subject,
    String yes,
    String action,
    String back) {}
