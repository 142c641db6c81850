package eu.gardefou.exchanges.files;

import eu.gardefou.exchanges.peer.Field;
import eu.gardefou.exchanges.peer.Field.Type;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.Peer;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.Source;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.SignalType;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a folder of files, that always holds the whole list. Only what lies in one of the
 * operator's folders is read: whoever may make an exchange may not read this machine through it.
 */
public final class LocalFiles implements Peer {
  private final List<Path> roots;
  private final Path copies;

  /**
   * Reads within these folders.
   *
   * @param roots need not exist yet
   * @param copies where lists that changed are copied to while they are read; need not exist yet
   */
  public LocalFiles(List<Path> roots, Path copies) {
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    this.copies = copies.toAbsolutePath().normalize();
  }

  @Override
  public String api() {
    return "local_file";
  }

  @Override
  public String title() {
    return "The file";
  }

  @Override
  public List<Field> settings() {
    return List.of(
        Field.required("filename", Type.TEXT, "A file or a folder, within the folder for lists."),
        Field.optional(
            "signal_type", Type.TEXT, null, "What a hash is when its line does not say."));
  }

  @Override
  public List<Field> credentials() {
    return List.of();
  }

  @Override
  public void check(Filled settings) {
    named(settings);
    type(settings);
  }

  @Override
  public Source open(Filled settings, Filled credentials) {
    return new FileList(real(named(settings)), copies, type(settings));
  }

  private static @Nullable SignalType type(Filled settings) {
    String name = settings.text("signal_type");
    try {
      return name == null ? null : new SignalType(name);
    } catch (BankProblem e) {
      throw new PeerFailure(Kind.SETTINGS, e.sentence());
    }
  }

  private Path named(Filled settings) {
    try {
      Path given = Path.of(settings.given("filename"));
      Path path = (given.isAbsolute() ? given : roots.getFirst().resolve(given)).normalize();
      if (roots.stream().anyMatch(path::startsWith)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Told below.
    }
    throw outside();
  }

  /** A link inside must not lead outside. */
  private Path real(Path path) {
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException e) {
      throw new PeerFailure(
          Kind.UNREACHABLE, "The file or folder is not there, or cannot be read.", e);
    }
    for (Path root : roots) {
      try {
        if (real.startsWith(root.toRealPath())) {
          return real;
        }
      } catch (IOException e) {
        // A folder that is not there holds nothing.
      }
    }
    throw outside();
  }

  private PeerFailure outside() {
    return new PeerFailure(
        Kind.SETTINGS,
        "Lists are read from "
            + roots.getFirst()
            + " only: put the file there, or name its folder"
            + " in gardefou.exchanges.folders.");
  }
}
