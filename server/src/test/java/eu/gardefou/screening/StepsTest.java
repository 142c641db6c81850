package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.Discs;
import eu.gardefou.access.Caller;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes bare in small steps, through the whole pipeline and on two nodes. */
final class StepsTest {
  private final ChainedScreening gate = new ChainedScreening();
  private final List<Screening> nodes = List.of(gate.screening(), gate.screening());
  private int drawn;

  @AfterEach
  void close() {
    gate.close();
  }

  /** A result that is so much barer than what it was made from; it looks like all of this seed. */
  private byte[] picture(long seed, double newlyBare) {
    BufferedImage image = Discs.draw(seed, 320, 240);
    int mark = 0x010101 + ++drawn;
    image.setRGB(0, 0, mark);
    // Something small that grows: the pictures are alike, and not the same.
    for (int x = 0; x < 6 * drawn; x++) {
      for (int y = 0; y < 60; y++) {
        image.setRGB(100 + x, 100 + y, 0x806040);
      }
    }
    gate.newlyBare.put(mark, newlyBare);
    return Discs.file(image, "png");
  }

  private List<String> edit(String words, byte[] before, byte[] after) {
    var inputs = List.of(gate.media.decode(before));
    Screening node = nodes.get(drawn % 2);
    RequestOutcome asked =
        node.screen(
            new Submission(Kind.EDIT, PromptText.of(words + " number " + drawn), inputs, null),
            new Asker(new Caller("key " + drawn), "/test"));
    assertThat(asked.verdict().rules()).isEmpty();
    ResultOutcome result =
        node.screenResult((RequestOutcome.Cleared) asked, List.of(after), List.of());
    assertThat(result instanceof ResultOutcome.Released)
        .isEqualTo(result.verdict().rules().isEmpty());
    return result.verdict().rules();
  }

  /** The rules at every step until one is stopped. */
  private List<List<String>> steps(String words, double step, int most, boolean alike) {
    List<List<String>> rules = new ArrayList<>();
    byte[] last = picture(1, 0);
    for (int i = 1; i <= most && rules.stream().allMatch(List::isEmpty); i++) {
      byte[] next = picture(alike ? 1 : 1 + i, step);
      rules.add(edit(words, last, next));
      last = next;
    }
    return rules;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pieceByPieceIsStoppedAtTheThird(boolean alike) {
    assertThat(steps("a sunny day", 0.07, 10, alike))
        .containsExactly(
            List.of(), List.of(), List.of("lineage-clothing-gone", "lineage-clothing-may-be-gone"));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 3", "0.04, 4", "0.03, 5"})
  void smallerPiecesAreLookedAt(double step, int stopped) {
    List<List<String>> rules = steps("a sunny day", step, 10, true);
    assertThat(rules).hasSize(stopped);
    assertThat(rules.getLast()).containsExactly("lineage-clothing-may-be-gone");
  }

  @Test
  void withAHintOnTheWayLessIsEnough() {
    byte[] photo = picture(1, 0);
    byte[] first = picture(2, 0.04);
    byte[] second = picture(3, 0.04);
    assertThat(edit("a coat undress=0.3", photo, first)).isEmpty();
    assertThat(edit("a sunny day", first, second)).isEmpty();
    assertThat(edit("a sunny day", second, picture(4, 0.04)))
        .containsExactly("lineage-hinted-clothing-gone");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void harmlessEditsAreFreeHoweverMany(boolean alike) {
    assertThat(steps("a bluer sky", 0.02, 12, alike)).hasSize(12).allMatch(List::isEmpty);
  }

  @Test
  void harmlessEditsDoNotAddUp() {
    byte[] last = picture(1, 0);
    for (int i = 0; i < 9; i++) {
      byte[] next = picture(1, 0.02);
      assertThat(edit("a bluer sky", last, next)).isEmpty();
      last = next;
    }
    assertThat(edit("a sunny day", last, picture(1, 0.07))).isEmpty();
  }

  @Test
  void aHarmlessEditOfWhatBecameBareIsFreeAndForgetsNothing() {
    byte[] first = picture(2, 0.07);
    byte[] second = picture(3, 0.07);
    byte[] filtered = picture(4, 0.02);
    assertThat(edit("a sunny day", picture(1, 0), first)).isEmpty();
    assertThat(edit("a sunny day", first, second)).isEmpty();
    assertThat(edit("a filter", second, filtered)).isEmpty();
    assertThat(edit("a sunny day", filtered, picture(5, 0.07))).contains("lineage-clothing-gone");
  }

  @Test
  void thePhotoItselfIsNotHeldToWhatOthersMadeOfIt() {
    byte[] photo = picture(1, 0);
    byte[] first = picture(1, 0.07);
    byte[] second = picture(1, 0.07);
    assertThat(edit("a sunny day", photo, first)).isEmpty();
    assertThat(edit("a sunny day", first, second)).isEmpty();
    assertThat(edit("a sunny day", photo, picture(1, 0.07))).isEmpty();
    assertThat(edit("a sunny day", second, picture(1, 0.07))).contains("lineage-clothing-gone");
  }

  @Test
  void aPictureBesideItIsNoWayAround() {
    byte[] first = picture(2, 0.07);
    byte[] second = picture(3, 0.07);
    assertThat(edit("a sunny day", picture(1, 0), first)).isEmpty();
    assertThat(edit("a sunny day", first, second)).isEmpty();
    var inputs = List.of(gate.media.decode(Discs.png(70)), gate.media.decode(second));
    var asked =
        nodes
            .getFirst()
            .screen(
                new Submission(Kind.EDIT, PromptText.of("both"), inputs, null),
                new Asker(new Caller("a"), "/test"));
    var result =
        nodes
            .getFirst()
            .screenResult((RequestOutcome.Cleared) asked, List.of(picture(9, 0.07)), List.of());
    assertThat(result.verdict().rules()).contains("lineage-clothing-gone");
  }
}
