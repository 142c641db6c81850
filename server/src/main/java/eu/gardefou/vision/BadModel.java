package eu.gardefou.vision;

/** A manifest, or a model, is not what it should be. The message is one plain sentence. */
final class BadModel extends Exception {
  private static final long serialVersionUID = 1L;

  BadModel(String sentence) {
    super(sentence);
  }
}
