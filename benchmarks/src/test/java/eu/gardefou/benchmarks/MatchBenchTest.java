package eu.gardefou.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the table is whole, on banks so small that its figures mean nothing. */
class MatchBenchTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());

  @Test
  void everyMeasureHasItsRow() throws Exception {
    assertThat(run(9_000, false, Optional.empty())).isZero();
    assertThat(said())
        .contains("measure", "ours, even", "ours, skewed", "FAISS flat", "FAISS multi-hash", "aim")
        .contains("9,000 one query, p50 ms")
        .contains("9,000 skewed, one query, p99 ms")
        .contains("9,000 queries a second, in batches")
        .contains("9,000 bytes a hash (ours with its id)")
        .contains("9,000 building, s")
        .contains("9,000 insert and find by the next query, p50 ms")
        .contains("FAISS: not asked")
        .contains("JDK 25");
  }

  @Test
  void aPeerThatIsHereGivesTheVerySameAnswers() throws Exception {
    Optional<FaissPeer> faiss = FaissPeer.here();
    assertThat(run(9_000, true, faiss)).isZero();
    if (faiss.isPresent()) {
      assertThat(said())
          .contains("9,000 even: 20 queries")
          .contains("compared with FAISS flat: the very same answers")
          .contains("compared with FAISS multi: the very same answers");
    } else {
      assertThat(said()).contains("not here: apt install python3-faiss");
    }
  }

  @Test
  void aBankThatDoesNotFitIsLeftOutWithASentence() throws Exception {
    assertThat(run(500_000_000, false, Optional.empty())).isZero();
    assertThat(said()).contains("500 M is left out: it wants ").contains("MB of heap");
  }

  @Test
  void aPeerThatAnswersOtherwiseIsAnError(@TempDir Path folder) throws Exception {
    Path python = folder.resolve("python3");
    String nothingFound = "head -c 80 /dev/zero >$4/flat; cp $4/flat $4/multi";
    Files.writeString(python, "#!/bin/sh\n[ $1 = -c ] && echo 0 || { " + nothingFound + "; }\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    assertThat(run(9_000, true, FaissPeer.in(python))).isOne();
    assertThat(said()).contains("ERROR: ").contains("answers differ between ours and a peer's");
  }

  private int run(int size, boolean peers, Optional<FaissPeer> faiss) throws Exception {
    return MatchBench.run(new int[] {size}, peers, faiss, Effort.TRIAL, out, nowhere);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
