package eu.gardefou.console;

/**
 * A page that shows a secret, once.
 *
 * @param place of the console that it belongs to
 * @param back path to go on to
 */
record Once(String place, String title, String warning, String label, String secret, String back) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "Once[" + place + "]";
  }
}
