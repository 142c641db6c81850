package eu.gardefou.benchmarks;

import eu.gardefou.hashing.index.Neighbour;
import eu.gardefou.hashing.index.Neighbours;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * FAISS, where Debian's package is installed. It runs in a Python process of its own, which
 * inherits the core that this process is bound to, and answers the same queries to the same hashes.
 */
final class FaissPeer {
  /** What the table says in place of its figures. */
  static final String ABSENT = "not here: apt install python3-faiss";

  /** Comparison with everything. */
  static final String FLAT = "flat";

  /** The multi-index that Hasher-Matcher-Actioner uses. */
  static final String MULTI = "multi";

  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final String SCRIPT = "faiss_peer.py";

  private final Path python;
  private final String version;

  private FaissPeer(Path python, String version) {
    this.python = python;
    this.version = version;
  }

  /** The peer, if it can be had on this machine. */
  static Optional<FaissPeer> here() throws IOException, InterruptedException {
    return in(PYTHON);
  }

  /** The peer, if that Python has it. */
  static Optional<FaissPeer> in(Path python) throws IOException, InterruptedException {
    if (!Files.isExecutable(python)) {
      return Optional.empty();
    }
    Process process =
        new ProcessBuilder(python.toString(), "-c", "import faiss, numpy; print(faiss.__version__)")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? Optional.of(new FaissPeer(python, said)) : Optional.empty();
  }

  String version() {
    return version;
  }

  /** What it came to for one bank. */
  record Figures(Map<String, Measured> measures, Map<String, List<Neighbours>> answers) {
    /** A measure of one of its indexes, as text. */
    String text(String index, String measure) {
      Measured measured = measures.get(index + " " + measure);
      return measured == null ? "-" : measured.text();
    }

    /** How many of an index's answers are not ours. */
    long unlike(String index, List<Neighbours> ours) {
      List<Neighbours> theirs = Objects.requireNonNull(answers.get(index));
      long unlike = Math.abs(ours.size() - theirs.size());
      for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
        unlike += ours.get(i).equals(theirs.get(i)) ? 0 : 1;
      }
      return unlike;
    }
  }

  /** Asks it about the bank whose files are in the folder. */
  Figures ask(Path folder, int rounds) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            python.toString(),
            "-",
            Bank.hashesIn(folder).toString(),
            Bank.queriesIn(folder).toString(),
            folder.toString(),
            String.valueOf(rounds));
    // Without these, OpenMP keeps its threads on one core, and the peer would be handicapped.
    builder.environment().put("OMP_PROC_BIND", "true");
    builder.environment().put("OMP_PLACES", "cores");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream();
        InputStream script =
            Objects.requireNonNull(FaissPeer.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      script.transferTo(in);
    }
    List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    if (process.waitFor() != 0) {
      throw new IOException("the FAISS process failed");
    }
    return new Figures(
        measures(said),
        Map.of(FLAT, answers(folder.resolve(FLAT)), MULTI, answers(folder.resolve(MULTI))));
  }

  private static Map<String, Measured> measures(List<String> lines) {
    Map<String, Measured> measures = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (!words[0].equals("faiss")) {
        double[] numbers = Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray();
        measures.put(words[0] + " " + words[1], Measured.of(numbers));
      }
    }
    return measures;
  }

  private static List<Neighbours> answers(Path file) throws IOException {
    List<Neighbours> answers = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file));
    while (buffer.hasRemaining()) {
      Neighbour[] found = new Neighbour[buffer.getInt()];
      for (int i = 0; i < found.length; i++) {
        found[i] = new Neighbour(buffer.getLong(), buffer.getInt());
      }
      Arrays.sort(found);
      answers.add(new Neighbours(List.of(found), false));
    }
    return answers;
  }
}
