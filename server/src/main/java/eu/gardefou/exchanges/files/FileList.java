package eu.gardefou.exchanges.files;

import eu.gardefou.exchanges.peer.Change;
import eu.gardefou.exchanges.peer.Checkpoint;
import eu.gardefou.exchanges.peer.Page;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.Skipped;
import eu.gardefou.exchanges.peer.Source;
import eu.gardefou.matching.SignalType;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that hold the whole list. They are read to the end before anything is used, so that one bad
 * line changes nothing; what was read before and is there no longer is gone.
 */
final class FileList implements Source {
  private static final int PAGE = 1_000;

  private final Path path;
  private final Path copies;
  private final Listed listed;
  private @Nullable Snapshot snapshot;
  private Iterator<Snapshot.Copy> rest = List.<Snapshot.Copy>of().iterator();
  private @Nullable Rows rows;
  private String name = "";
  private long place = -1;

  /**
   * Reads nothing yet.
   *
   * @param copies folder for copies, while they are read
   */
  FileList(Path path, Path copies, @Nullable SignalType type) {
    this.path = path;
    this.copies = copies;
    this.listed = new Listed(type);
  }

  /** A list that did not change since it was read to its end need not be taken again. */
  @Override
  public boolean startsOver(Checkpoint checkpoint) {
    boolean under = place >= 0 && checkpoint.number("place", -1) == place;
    return !under && !isKnown(checkpoint);
  }

  private boolean isKnown(Checkpoint checkpoint) {
    try {
      return checkpoint.flag("whole")
          && Originals.at(path).digest().equals(checkpoint.text("digest"));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static PeerFailure unreadable(IOException e) {
    return new PeerFailure(Kind.UNREACHABLE, "A list cannot be read, or not be copied.", e);
  }

  @Override
  public Page next(@Nullable Checkpoint from) {
    if (from != null && from.flag("whole")) {
      return new Page(List.of(), from, true, null, Skipped.NONE);
    }
    try {
      if (from == null) {
        begin();
      }
      return page();
    } catch (Malformed e) {
      throw malformed(e);
    } catch (CharacterCodingException e) {
      throw malformed(new Malformed(0, "It is not text in UTF-8."));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private PeerFailure malformed(Malformed e) {
    String line = e.line() == 0 ? "" : ", line " + e.line();
    return new PeerFailure(
        Kind.BROKEN, name + line + ": " + e.getMessage() + " Nothing was changed.");
  }

  private Snapshot snapshot() throws IOException {
    Snapshot taken = snapshot;
    if (taken == null) {
      taken = Snapshot.of(path, copies);
      snapshot = taken;
    }
    return taken;
  }

  /** Reads everything once for the sake of its mistakes. */
  private void begin() throws IOException {
    rest = snapshot().copies().iterator();
    while (read() != null) {
      // All that counts is that it can be read.
    }
    rest = snapshot().copies().iterator();
    place = 0;
  }

  private Page page() throws IOException {
    List<Change> changes = new ArrayList<>();
    Change.Put entry = null;
    while (changes.size() < PAGE) {
      entry = read();
      if (entry == null) {
        break;
      }
      changes.add(entry);
    }
    place += changes.size();
    boolean whole = entry == null;
    Checkpoint after =
        Checkpoint.empty()
            .with("digest", snapshot().digest())
            .with("place", whole ? null : place)
            .with("whole", whole ? true : null);
    return new Page(changes, after, whole, null, Skipped.NONE);
  }

  private Change.@Nullable Put read() throws IOException {
    while (true) {
      Rows open = rows;
      if (open == null) {
        if (!rest.hasNext()) {
          return null;
        }
        Snapshot.Copy copy = rest.next();
        name = copy.name();
        open = Rows.open(copy.path(), name);
        rows = open;
      }
      Row row = open.next();
      if (row != null) {
        return listed.read(name, row);
      }
      open.close();
      rows = null;
    }
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
    } catch (IOException e) {
      // It was only read.
    } finally {
      if (snapshot != null) {
        snapshot.close();
      }
    }
  }
}
