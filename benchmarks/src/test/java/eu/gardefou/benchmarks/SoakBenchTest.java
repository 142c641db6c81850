package eu.gardefou.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That the soak run checks and tells. How fast it was is no concern of a test. */
class SoakBenchTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void everythingIsTold() throws InterruptedException {
    SoakBench.run(new SoakBench.Load(30_000, Duration.ZERO, Duration.ofSeconds(2), 1, 40_000), out);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("hashes built", "queries from 1 threads", "query ms: p50", "change ms: p50")
        .contains("peak memory", "an idle thread was late")
        .contains("wrong answers: 0")
        .contains("JVM: ");
  }

  @Test
  void aWrongAnswerIsNoticed() {
    SoakBank bank = SoakBank.of(30_000);
    SoakReader reader = new SoakReader(bank, 1);
    // Behind the back of those who keep the books.
    for (int id = 0; id < SoakBank.FIRM; id++) {
      bank.index().remove(id);
    }
    for (int which = 0; which < Planted.COUNT; which++) {
      bank.index().put(SoakBank.PLANTED + which, bank.planted().centre(which));
    }
    reader.ask(100);
    assertThat(reader.wrong()).isGreaterThan(50);
    assertThat(reader.complaints()).anyMatch(line -> line.contains("firm ids were found"));
    assertThat(reader.complaints()).anyMatch(line -> line.contains("near a planted hash"));
  }
}
