package eu.gardefou.benchmarks;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.HammingIndex;
import eu.gardefou.hashing.index.Neighbours;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A made-up bank, asked: what it takes, and what it answers.
 *
 * @param bytesEach of heap for a hash, id included
 * @param answers in the order of the queries
 */
record Bank(double bytesEach, List<Neighbours> answers) {
  /** Keeps a copy of the list. */
  Bank {
    answers = List.copyOf(answers);
  }

  /** The files that a peer reads. */
  static Path hashesIn(Path folder) {
    return folder.resolve("hashes");
  }

  /** The files that a peer reads. */
  static Path queriesIn(Path folder) {
    return folder.resolve("queries");
  }

  /** Builds it, asks it, and leaves hashes and queries in the folder, 32 bytes each. */
  static Bank ask(int size, Spread spread, int queryCount, Path folder) throws IOException {
    long before = Machine.usedBytes();
    HammingIndex.Builder builder = HammingIndex.builder().expect(size);
    PdqHash[] queries;
    try (OutputStream out = open(hashesIn(folder))) {
      queries =
          Spread.queries(
              spread.fill(
                  (id, hash) -> {
                    builder.add(id, hash);
                    write(out, hash);
                  },
                  size,
                  queryCount));
    }
    try (OutputStream out = open(queriesIn(folder))) {
      Arrays.stream(queries).forEach(hash -> write(out, hash));
    }
    HammingIndex index = builder.build();
    double bytesEach = (Machine.usedBytes() - before) / (double) size;
    return new Bank(bytesEach, answers(index, queries));
  }

  private static List<Neighbours> answers(HammingIndex index, PdqHash[] queries) {
    return Arrays.stream(queries)
        .map(query -> index.search(query, HammingIndex.USUAL_RADIUS, Integer.MAX_VALUE))
        .toList();
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static void write(OutputStream out, PdqHash hash) {
    try {
      out.write(hash.toBytes());
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }
}
