package eu.gardefou.models;

/** A model package, or a model, is not what it should be. The message is one plain sentence. */
public final class ModelError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the error. */
  public ModelError(String sentence) {
    super(sentence);
  }

  /** Creates the error with what lies behind it. */
  public ModelError(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
