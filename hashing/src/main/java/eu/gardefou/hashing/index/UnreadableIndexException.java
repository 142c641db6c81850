package eu.gardefou.hashing.index;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that is no whole saved index. Nothing of it was used: build the index anew. */
public final class UnreadableIndexException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final Reason reason;

  /** What is wrong with the file. */
  public enum Reason {
    /** It does not begin as a saved index does. */
    FOREIGN("is no saved index"),
    /** It was saved by another version of this library. */
    OTHER_VERSION("was saved in another version of the format"),
    /** It is shorter or longer than it says. */
    WRONG_LENGTH("is shorter or longer than it says"),
    /** Its checksum or its order does not hold. */
    DAMAGED("is damaged: its checksum does not hold");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  UnreadableIndexException(Path file, Reason reason) {
    super(file + " " + reason.sentence + "; build the index anew");
    this.reason = reason;
  }

  /** What is wrong with the file. */
  public Reason reason() {
    return reason;
  }
}
