package eu.gardefou.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database cannot be used. The message is one plain sentence for the operator. */
public final class DatabaseProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates a problem with one plain sentence. */
  public DatabaseProblem(String sentence) {
    super(sentence);
  }

  DatabaseProblem(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** Says what a file system's refusal means for a folder. */
  static DatabaseProblem of(Path folder, IOException cause) {
    if (fullDisk(String.valueOf(cause.getMessage()))) {
      return fullDisk(folder, cause);
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return new DatabaseProblem(folder + " is a file, and a folder is needed there.", cause);
    }
    String detail = cause instanceof AccessDeniedException ? "" : " (" + cause.getMessage() + ")";
    return new DatabaseProblem(
        "The folder " + folder + " cannot be written by this user" + detail + ".", cause);
  }

  static DatabaseProblem fullDisk(Path folder, @Nullable Throwable cause) {
    return new DatabaseProblem(
        "The disk that holds " + folder + " is full: make room and start again.", cause);
  }

  /** Whether a program's or the system's words mean that the disk is full. */
  static boolean fullDisk(String words) {
    return words.contains("No space left on device") || words.contains("Disk quota exceeded");
  }
}
