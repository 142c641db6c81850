package eu.gardefou.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.video.VpdqFingerprint;
import eu.gardefou.hashing.video.VpdqFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fingerprints as upstream writes and reads them. */
class VpdqJsonTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void aListOfTextsIsWritten() {
    PdqHash hash = PdqHash.parse(HASH);
    VpdqFingerprint vpdq =
        new VpdqFingerprint(
            List.of(
                new VpdqFrame(hash, 100, 0),
                new VpdqFrame(hash, 7, 1_000),
                new VpdqFrame(hash, 0, 12_340),
                new VpdqFrame(hash, 50, 123_456_789)));

    assertThat(VpdqJson.write(vpdq))
        .isEqualTo(
            "[\"%1$s,100,0.0\",\"%1$s,7,1.0\",\"%1$s,0,12.34\",\"%1$s,50,123456.789\"]"
                .formatted(HASH));
  }

  /** The right column is what Python's {@code f"{seconds:.3}"} gives. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "1000, 1.0",
    "12300, 12.3",
    "100000, 1e+02",
    "1230000, 1.23e+03",
    "12300000000, 1.23e+07",
    "1, 0.001",
    "0, 1e-05",
    "33, 0.033",
    "5000, 5"
  })
  void upstreamsSecondsAreRead(long millis, String seconds) {
    assertThat(VpdqJson.read("[\"" + HASH + ",50," + seconds + "\"]").frames())
        .containsExactly(new VpdqFrame(PdqHash.parse(HASH), 50, millis));
  }

  @Test
  void whatIsWrittenIsRead() {
    Random random = new Random(3);
    List<VpdqFrame> frames = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      PdqHash hash =
          new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
      frames.add(
          new VpdqFrame(hash, random.nextInt(101), random.nextLong(1L << random.nextInt(1, 40))));
    }
    VpdqFingerprint vpdq = new VpdqFingerprint(frames);
    assertThat(VpdqJson.read(VpdqJson.write(vpdq))).isEqualTo(vpdq);
    assertThat(VpdqJson.read("[]").frames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "\"HASH,50,0.0\"",
        "[1]",
        "[null]",
        "[[\"HASH,50,0.0\"]]",
        "[\"HASH,50,0.0\"",
        "[\"HASH,50,0.0\"] []",
        "[\"HASH,50\"]",
        "[\"HASH,50,0.0,1\"]",
        "[\"HASH0,50,0.0\"]",
        "[\"HASH,101,0.0\"]",
        "[\"HASH,-1,0.0\"]",
        "[\"HASH,50,-1.0\"]",
        "[\"HASH,50,nan\"]",
        "[\"HASH,50,inf\"]",
        "[\"HASH,50,1e+99\"]",
        "[\"HASH,50,1e999999999\"]",
        "[\"HASH,50,999999999999.0e+19\"]",
        "[\"HASH,50, 1.0\"]",
        "[\"HASH, 50,1.0\"]",
        "[\"zHASH,50,1.0\"]",
      })
  void everythingElseIsRefusedInASentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VpdqJson.read(text.replace("HASH", HASH)))
        .withMessageContaining("vPDQ hash");
  }

  @Test
  void theFrameThatIsWrongIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VpdqJson.read("[\"" + HASH + ",50,0.0\",\"x\"]"))
        .withMessageStartingWith("frame 1 ");
  }

  @Test
  void noEndOfFramesIsRefused() {
    String many =
        String.join(",", Collections.nCopies(VpdqJson.MOST_FRAMES + 1, "\"" + HASH + ",50,0\""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VpdqJson.read("[" + many + "]"))
        .withMessageContaining("at most 100000 frames");
  }
}
