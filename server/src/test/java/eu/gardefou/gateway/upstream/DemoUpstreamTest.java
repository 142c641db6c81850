package eu.gardefou.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.gardefou.access.Caller;
import eu.gardefou.gateway.upstream.UpstreamAnswer.Made;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Asker;
import eu.gardefou.screening.FakeScreening;
import eu.gardefou.screening.RequestOutcome.Cleared;
import eu.gardefou.screening.Submission;
import eu.gardefou.wire.Belongings;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test cards: as asked, always the same, and plainly no more than that. */
final class DemoUpstreamTest {
  private static final int PAPER = 0xF4F4F0;
  private static final int INK = 0x202428;
  private final Media media = new Media(MediaLimits.DEFAULT);
  private final FakeScreening screening = new FakeScreening();
  private final DemoUpstream demo = new DemoUpstream();

  @ParameterizedTest
  @CsvSource({"1024x1024", "1536x1024", "1024x1792", "64x64", "64x192", "3840x2160"})
  void isAsLargeAsAsked(String size) {
    Picture card = media.decode(made(generation("a kite", 1, size, null)).getFirst());
    assertThat(card.width() + "x" + card.height()).isEqualTo(size);
    assertThat(card.format()).isEqualTo("png");
  }

  @Test
  void isTheSameForTheSameOrderAndAnotherForAnother() {
    byte[] first = made(generation("a kite", 1, null, null)).getFirst();
    assertThat(made(generation("a kite", 1, null, null)).getFirst()).isEqualTo(first);
    assertThat(made(generation("a boat", 1, null, null)).getFirst()).isNotEqualTo(first);
    assertThat(made(generation("a kite", 3, "256x256", null))).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void carriesALabelInABandOfItsOwn() {
    Raster card =
        media.decode(made(generation("a kite", 1, "1024x1024", null)).getFirst()).stored();
    int band = 1024 * 768;
    int[] label = Arrays.copyOfRange(card.rgb(), band, card.rgb().length);
    assertThat(Arrays.stream(label).distinct().sorted()).containsExactly(INK, PAPER);
    assertThat(Arrays.stream(label).filter(pixel -> pixel == PAPER).count()).isGreaterThan(10_000);
  }

  @Test
  void showsThePicturesOfAnEditSideBySide() {
    Picture red = plain(0xAA2222);
    Picture blue = plain(0x2222AA);
    UpstreamOrder order =
        order(Kind.EDIT, "a hat", List.of(red, blue), settings(1, "400x400", null));
    int[] card = media.decode(made(order).getFirst()).stored().rgb();
    assertThat(card[400 * 150 + 100]).isEqualTo(0xAA2222);
    assertThat(card[400 * 150 + 300]).isEqualTo(0x2222AA);
  }

  @Test
  void isAsWideAsUsualAndAsHighAsThePictureAllows() {
    UpstreamOrder order = order(Kind.EDIT, "", List.of(plain(1)), settings(1, null, null));
    Picture card = media.decode(made(order).getFirst());
    assertThat(card.width()).isEqualTo(1024);
    assertThat(card.height()).isEqualTo(682);
  }

  @Test
  void writesJpegAsSmallAsAsked() {
    var fine = new Settings.Encoding("jpeg", 95);
    var coarse = new Settings.Encoding("jpeg", 10);
    byte[] large = made(generation("a kite", 1, null, fine)).getFirst();
    byte[] small = made(generation("a kite", 1, null, coarse)).getFirst();
    assertThat(media.decode(small).format()).isEqualTo("jpeg");
    assertThat(small.length).isLessThan(large.length);
  }

  @Test
  void saysThatItCannotWriteWebp() {
    UpstreamOrder order = generation("a kite", 1, null, new Settings.Encoding("webp", null));
    var failure =
        catchThrowableOfType(UpstreamFailure.class, () -> demo.make(order, new Belongings()));
    assertThat(failure.kind()).isEqualTo(UpstreamFailure.Kind.REJECTED);
    assertThat(failure.param()).isEqualTo("output_format");
  }

  private List<byte[]> made(UpstreamOrder order) {
    return ((Made) demo.make(order, new Belongings()))
        .pictures().stream().map(UpstreamAnswer.RawPicture::bytes).toList();
  }

  private UpstreamOrder generation(
      String prompt, int count, @Nullable String size, Settings.@Nullable Encoding encoding) {
    return order(Kind.GENERATE, prompt, List.of(), settings(count, size, encoding));
  }

  private UpstreamOrder order(Kind kind, String prompt, List<Picture> pictures, Settings settings) {
    var submission = new Submission(kind, PromptText.of(prompt), pictures, null);
    var asker = new Asker(new Caller("key:test"), "/test");
    return UpstreamOrder.of(
        (Cleared) screening.screen(submission, asker),
        new Model("demo", "demo"),
        settings,
        "key:test");
  }

  private static Settings settings(
      int count, @Nullable String size, Settings.@Nullable Encoding encoding) {
    return new Settings(
        count,
        new Settings.Look(size, null, null, null, null),
        encoding == null ? new Settings.Encoding(null, null) : encoding,
        false);
  }

  private Picture plain(int rgb) {
    int[] pixels = new int[60 * 40];
    Arrays.fill(pixels, rgb);
    return media.decode(Media.png(new Raster(60, 40, pixels)));
  }
}
