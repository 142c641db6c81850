package eu.gardefou.reading;

import ai.onnxruntime.OrtException;
import eu.gardefou.models.Checksum;
import eu.gardefou.models.Model;
import eu.gardefou.models.ReadingFiles;
import eu.gardefou.programs.BundledPrograms;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model that finds text and the program that reads it, opened on first use. */
public final class Tools implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Tools.class);
  private static final String FINDER = "text-finder";
  private static final String PROGRAM = "tesseract";
  private static final BundledPrograms TESSERACT =
      new BundledPrograms("5.5.2-1.5.13", List.of("tesseract", "leptonica"), Set.of(PROGRAM));

  private final Path models;
  private final Path programs;
  private final @Nullable Path own;
  private final long memory;
  private @Nullable Ready ready;
  private @Nullable Missing missing;

  /**
   * Names the places; nothing is opened.
   *
   * @param models the models folder
   * @param programs where the built-in program is unpacked
   * @param own the operator's own Tesseract 5, instead of the built-in one; or null
   * @param memory bytes of address space that the program may have
   */
  public Tools(Path models, Path programs, @Nullable Path own, long memory) {
    this.models = models;
    this.programs = programs;
    this.own = own;
    this.memory = memory;
  }

  record Ready(TextFinder finder, Tesseract tesseract) {}

  /** There is no reading here. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    Missing(String why, @Nullable Throwable cause) {
      super(why, cause);
      this.why = why;
    }

    /** A short word: {@code missing}, {@code checksum}, {@code unreadable}, {@code no-program}. */
    String why() {
      return why;
    }
  }

  /** Opens once; a file that is missing now is missing until the next start. */
  synchronized Ready ready() throws Missing {
    if (missing != null) {
      throw missing;
    }
    if (ready == null) {
      try {
        ready = open();
      } catch (Missing without) {
        log.error("text in pictures cannot be read: {}", without.why(), without.getCause());
        missing = without;
        throw without;
      }
    }
    return ready;
  }

  private Ready open() throws Missing {
    Model finder = null;
    for (Model file : ReadingFiles.list()) {
      if (file.name().equals(FINDER)) {
        finder = file;
      } else {
        check(file);
      }
    }
    if (finder == null) {
      throw new Missing("missing", null);
    }
    Tesseract tesseract = tesseract();
    return new Ready(finder(finder), tesseract);
  }

  private Tesseract tesseract() throws Missing {
    Path data = models.resolve("reading").toAbsolutePath().normalize();
    if (own != null) {
      return new Tesseract(own.toAbsolutePath().normalize(), null, data, memory);
    }
    try {
      Path home = TESSERACT.unpackInto(programs);
      return new Tesseract(home.resolve(PROGRAM), home, data, memory);
    } catch (IOException none) {
      throw new Missing("no-program", none);
    }
  }

  private TextFinder finder(Model file) throws Missing {
    Path path = present(file);
    // What is checked is what is loaded: the file is read once.
    try (Arena arena = Arena.ofConfined()) {
      ByteBuffer onnx = content(path, arena);
      if (!Checksum.of(onnx).equals(file.sha256())) {
        throw new Missing("checksum", null);
      }
      return TextFinder.load(onnx);
    } catch (IOException | OrtException failure) {
      throw new Missing("unreadable", failure);
    }
  }

  private static ByteBuffer content(Path path, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer bytes = arena.allocate(channel.size()).asByteBuffer();
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw new EOFException("a model became shorter while it was read");
        }
      }
      return bytes.flip();
    }
  }

  private void check(Model file) throws Missing {
    try {
      if (!Checksum.of(present(file)).equals(file.sha256())) {
        throw new Missing("checksum", null);
      }
    } catch (IOException failure) {
      throw new Missing("unreadable", failure);
    }
  }

  private Path present(Model file) throws Missing {
    Path path = models.resolve(file.file());
    if (!Files.isRegularFile(path)) {
      throw new Missing("missing", null);
    }
    return path;
  }

  @Override
  public synchronized void close() {
    if (ready != null) {
      try {
        ready.finder().close();
      } catch (OrtException failure) {
        log.warn("the model that finds text did not close", failure);
      }
      ready = null;
      missing = new Missing("missing", null);
    }
  }
}
