package eu.gardefou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hashers that the operator named, with a folder for what they are compiled to. */
final class HashPeers implements AutoCloseable {
  private final Path work;
  private final List<HashPeer> peers = new ArrayList<>();

  private HashPeers(Path work) {
    this.work = work;
  }

  static HashPeers of(Installation installation, boolean wanted) throws Exception {
    HashPeers peers = new HashPeers(Files.createTempDirectory("gardefou-peers"));
    try {
      if (wanted) {
        peers.addPython(installation.setting("gardefou.peer.python"));
        peers.addUpstream(installation.setting("gardefou.peer.threatexchange"));
      }
    } catch (Problem problem) {
      peers.close();
      throw problem;
    }
    return peers;
  }

  List<HashPeer> all() {
    return List.copyOf(peers);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void addPython(@Nullable String python) throws IOException, InterruptedException {
    if (python != null) {
      peers.add(
          ProcessPeer.pdqhash(Path.of(python), work)
              .orElseThrow(() ->
                  new Problem(
                      "GARDEFOU_PEER_PYTHON cannot import pdqhash, numpy and PIL: " + python)));
    }
  }

  private void addUpstream(@Nullable String folder) throws Exception {
    if (folder != null) {
      Path checkout = Path.of(folder).toAbsolutePath();
      peers.add(
          JavaPeer.of(checkout, work)
              .orElseThrow(() ->
                  new Problem(
                      "GARDEFOU_PEER_THREATEXCHANGE has no Java hasher that compiles: " + folder)));
      ProcessPeer.cpp(checkout, work).ifPresent(peers::add);
    }
  }
}
