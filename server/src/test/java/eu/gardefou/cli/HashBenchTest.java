package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the table is whole; measured for moments only, its figures mean nothing. */
class HashBenchTest {
  private static final Stopwatch MOMENT = new Stopwatch(0, 1, 1);

  private final StringWriter said = new StringWriter();
  private final PrintWriter out = new PrintWriter(said);

  /** A peer that hashes as we do, all but some bits. */
  private record Fake(PdqHash off) implements HashPeer {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public Answer fromPixels(DrawnPicture picture, Stopwatch stopwatch) {
      PdqHash hash = PdqHasher.hashRgb(picture.rgb(), picture.width(), picture.height()).hash();
      PdqHash other = new PdqHash(hash.w0() ^ off.w0(), hash.w1(), hash.w2(), hash.w3());
      return new Answer(other, Stopwatch.Time.of(7));
    }

    @Override
    public Optional<Answer> fromJpeg(DrawnPicture picture, Stopwatch stopwatch) {
      return Optional.empty();
    }
  }

  @Test
  void everyWayHasItsLine() throws Exception {
    assertThat(new HashBench(out, MOMENT, List.of()).run()).isZero();
    assertThat(said.toString())
        .contains("from – to", "aim", "reached")
        .contains("pixels 256×256, ms", "pixels 1024×1024, ms", "pixels 1600×1004, ms")
        .contains("JPEG 256×256, as the gate reads it, a second")
        .contains("JPEG 1600×1004, bare ImageIO, a second")
        .contains("No peers");
  }

  @Test
  void aPeerStandsBesideOurs() throws Exception {
    PdqHash oneBit = new PdqHash(1, 0, 0, 0);
    assertThat(new HashBench(out, MOMENT, List.of(new Fake(oneBit))).run()).isZero();
    assertThat(said.toString()).contains("fake bits").contains("7.000    1");
  }

  @Test
  void anotherHashIsAnError() throws Exception {
    PdqHash manyBits = new PdqHash(0xFF, 0, 0, 0);
    assertThat(new HashBench(out, MOMENT, List.of(new Fake(manyBits))).run()).isOne();
    assertThat(said.toString()).contains("ERROR: hashes differ.");
  }

  @Test
  void aPeerThatIsNamedAndNotThereIsSaid(@TempDir Path folder) {
    Terminal terminal = new Terminal().with("gardefou.peer.threatexchange", folder.toString());
    assertThat(terminal.run("bench", "hash", "--quick")).isOne();
    assertThat(terminal.err()).startsWith("GARDEFOU_PEER_THREATEXCHANGE has no Java hasher");
    terminal = new Terminal().with("gardefou.peer.python", folder.resolve("python").toString());
    assertThat(terminal.run("bench", "hash", "--quick")).isOne();
    assertThat(terminal.err()).startsWith("GARDEFOU_PEER_PYTHON cannot import pdqhash");
  }

  @Test
  void aPeerInAProcessIsAskedWithAFile(@TempDir Path folder) throws Exception {
    Path python = folder.resolve("python");
    Files.writeString(
        python, "#!/bin/sh\n[ \"$1\" = -c ] || echo " + "0".repeat(63) + "1 2.5 1.5 3.5\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    HashPeer peer = ProcessPeer.pdqhash(python, folder).orElseThrow();
    HashPeer.Answer answer = peer.fromJpeg(DrawnPicture.of(64, 64), MOMENT).orElseThrow();
    assertThat(answer.hash()).isEqualTo(new PdqHash(0, 0, 0, 1));
    assertThat(answer.time()).isEqualTo(new Stopwatch.Time(2.5, 1.5, 3.5));
  }

  @Test
  void aPeerThatFailsIsSaid(@TempDir Path folder) throws IOException, InterruptedException {
    Path python = folder.resolve("python");
    Files.writeString(python, "#!/bin/sh\n[ \"$1\" = -c ] || exit 3\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    HashPeer peer = ProcessPeer.pdqhash(python, folder).orElseThrow();
    assertThatThrownBy(() -> peer.fromPixels(DrawnPicture.of(64, 64), MOMENT))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("--no-peers");
  }
}
