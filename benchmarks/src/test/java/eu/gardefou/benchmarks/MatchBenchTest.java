package eu.gardefou.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** That the table is whole, on banks so small that its figures mean nothing. */
class MatchBenchTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());

  @Test
  void everyMeasureHasItsRow() throws Exception {
    assertThat(MatchBench.run(new int[] {9_000}, false, Effort.TRIAL, out, nowhere)).isZero();
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
    boolean isHere = FaissPeer.here().isPresent();
    assertThat(MatchBench.run(new int[] {9_000}, true, Effort.TRIAL, out, nowhere)).isZero();
    if (isHere) {
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
    int[] sizes = {500_000_000};
    assertThat(MatchBench.run(sizes, false, Effort.TRIAL, out, nowhere)).isZero();
    assertThat(said()).contains("500 M is left out: it wants ").contains("MB of heap");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
