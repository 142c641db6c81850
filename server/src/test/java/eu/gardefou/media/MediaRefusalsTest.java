package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.UnreadablePicture.Cause;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too large, or more than a picture, is refused; what cameras do is not. */
final class MediaRefusalsTest {
  private static final MediaLimits SMALL = new MediaLimits(20_000, 1_000, 3, Duration.ofSeconds(5));

  private final Media media = new Media(MediaLimits.DEFAULT);
  private final Media small = new Media(SMALL);
  private final byte[] jpeg = JpegBytes.of(Drawn.lake(30, 20));
  private final byte[] png = PngBytes.rgba(10, new int[100]);

  @Test
  void countsBytes() {
    byte[] padded = Arrays.copyOf(png, 20_000);

    assertThat(small.decode(padded).width()).isEqualTo(10);
    assertThat(Refusals.of(() -> small.decode(Arrays.copyOf(png, 20_001))))
        .isEqualTo(Cause.TOO_MANY_BYTES);
  }

  @Test
  void countsPixelsOfAllFramesTogether() {
    assertThat(small.decode(gif(20, 25, 2)).frames()).hasSize(2);
    assertThat(Refusals.of(() -> small.decode(gif(20, 26, 2)))).isEqualTo(Cause.TOO_MANY_PIXELS);
    byte[] page = new byte[20 * 26];
    assertThat(
            Refusals.of(() ->
                small.decode(
                    new TiffBytes().page(20, 26, 1, 8, page).page(20, 26, 1, 8, page).end())))
        .isEqualTo(Cause.TOO_MANY_PIXELS);
  }

  @Test
  void countsPixelsThatAFrameOutsideOfTheScreenAdds() {
    Part far = Parts.part(60_000, 60_000, 1, 1, true, Part.After.KEEP);

    assertThat(
            Refusals.of(
                () -> media.decode(new GifBytes(1, 1, List.of(0)).image(far, new byte[1]).end())))
        .isEqualTo(Cause.TOO_MANY_PIXELS);
  }

  @Test
  void countsFramesOfEveryFormat() {
    WebpBytes webp = new WebpBytes().extended(2, 4, 4).animation();
    PngBytes apng = new PngBytes().header(4, 4, 8, 6, false).animation(4);
    TiffBytes tiff = new TiffBytes();
    Part whole = Parts.part(0, 0, 4, 4, false, Part.After.KEEP);
    for (int i = 0; i < 4; i++) {
      webp.frame(whole, new int[16]);
      apng.control(i == 0 ? 0 : 2 * i - 1, whole);
      byte[] data = PngBytes.rgbaData(4, new int[16]);
      apng = i == 0 ? apng.chunk("IDAT", data) : apng.frameData(2 * i, data);
      tiff.page(4, 4, 1, 8, new byte[16]);
    }

    for (byte[] file : List.of(webp.end(), apng.end(), tiff.end(), gif(4, 4, 4))) {
      assertThat(media.decode(file).frames()).hasSize(4);
      assertThat(Refusals.of(() -> small.decode(file))).isEqualTo(Cause.TOO_MANY_FRAMES);
    }
  }

  @Test
  void refusesTenThousandFramesWithoutKeepingThem() {
    assertThat(Refusals.of(() -> media.decode(gif(2, 2, 10_000)))).isEqualTo(Cause.TOO_MANY_FRAMES);
  }

  @Test
  void refusesWhatFollowsAPicture() {
    byte[] zip = new byte[60];
    System.arraycopy(JpegBytes.ascii("PK\3\4"), 0, zip, 0, 4);
    List<byte[]> tails =
        List.of(
            zip,
            JpegBytes.ascii("<html><body onload='go()'>hello</body></html>"),
            JpegBytes.ascii("%PDF-1.7 and so on, and so on"),
            jpeg,
            PngBytes.rgba(10, new int[100]),
            new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17});
    for (byte[] file : List.of(jpeg, png, gif(3, 3, 1), WebpBytes.of(2, new int[4]), bmp())) {
      for (byte[] tail : tails) {
        assertThat(Refusals.of(() -> media.decode(JpegBytes.join(file, tail))))
            .isEqualTo(Cause.POLYGLOT);
      }
    }
  }

  @Test
  void acceptsPaddingAndAFewStrayBytesAfterAPicture() {
    for (byte[] file : List.of(jpeg, png, gif(3, 3, 1), WebpBytes.of(2, new int[4]), bmp())) {
      assertThat(media.decode(JpegBytes.join(file, new byte[5000])).frames()).hasSize(1);
      assertThat(media.decode(JpegBytes.join(file, JpegBytes.ascii("\r\nstray"))).frames())
          .hasSize(1);
    }
  }

  @Test
  void acceptsThePreviewsThatCamerasAppend() {
    byte[] file = JpegBytes.withFurtherPicture(jpeg, JpegBytes.of(Drawn.lake(8, 8)));

    Picture picture = media.decode(file);

    assertThat(picture.width()).isEqualTo(30);
    assertThat(picture.frames()).hasSize(1);
    assertThat(
            Refusals.of(() ->
                media.decode(
                    JpegBytes.join(file, new byte[9], JpegBytes.ascii("PK and more and more")))))
        .isEqualTo(Cause.POLYGLOT);
  }

  @Test
  void acceptsTheNotesThatSamsungTelephonesAppend() {
    byte[] note = JpegBytes.ascii("\0\0\1\12\16\0\0\0Image_UTC_Data1234567890123");

    assertThat(media.decode(JpegBytes.join(jpeg, SamsungNotes.of(note))).width()).isEqualTo(30);
  }

  @Test
  void refusesAVideoAfterAPicture() {
    byte[] video =
        JpegBytes.join(new byte[] {0, 0, 0, 24}, JpegBytes.ascii("ftypmp42isom"), new byte[40]);

    assertThat(Refusals.of(() -> media.decode(JpegBytes.join(jpeg, video))))
        .isEqualTo(Cause.POLYGLOT);
    assertThat(Refusals.of(() -> media.decode(JpegBytes.join(jpeg, SamsungNotes.of(video)))))
        .isEqualTo(Cause.POLYGLOT);
  }

  @Test
  void refusesSamsungNotesThatDoNotAccountForEverything() {
    byte[] notes = SamsungNotes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    byte[] before = JpegBytes.ascii("something that nobody accounts for");

    assertThat(Refusals.of(() -> media.decode(JpegBytes.join(jpeg, before, notes))))
        .isEqualTo(Cause.POLYGLOT);
  }

  @Test
  void refusesAnArchiveInsideAPicture() {
    // The directory of the archive lies in a comment at the very end of a small picture.
    byte[] entry = JpegBytes.join(JpegBytes.ascii("PK\1\2"), new byte[42]);
    byte[] end = JpegBytes.join(JpegBytes.ascii("PK\5\6"), new byte[18]);
    end[12] = (byte) entry.length;
    byte[] file = JpegBytes.with(jpeg, JpegWalk.COM, JpegBytes.join(entry, end));

    assertThat(Refusals.of(() -> media.decode(file))).isEqualTo(Cause.POLYGLOT);
  }

  @Test
  void refusesADocumentThatBeginsInsideAPicture() {
    byte[] file = JpegBytes.with(jpeg, JpegWalk.COM, JpegBytes.ascii("%PDF-1.4 1 0 obj"));

    assertThat(Refusals.of(() -> media.decode(file))).isEqualTo(Cause.POLYGLOT);
  }

  @Test
  void refusesProgramsInComments() {
    byte[] program = JpegBytes.ascii("hello <?PHP echo 1; ?>");
    Part whole = Parts.part(0, 0, 2, 2, true, Part.After.KEEP);
    byte[] inPng =
        new PngBytes()
            .header(1, 1, 8, 6, false)
            .chunk("tEXt", program)
            .chunk("IDAT", PngBytes.rgbaData(1, new int[1]))
            .end();
    byte[] inGif =
        new GifBytes(2, 2, List.of(0)).comment("<script>").image(whole, new byte[4]).end();

    for (byte[] file : List.of(JpegBytes.with(jpeg, JpegWalk.COM, program), inPng, inGif)) {
      assertThat(Refusals.of(() -> media.decode(file))).isEqualTo(Cause.POLYGLOT);
    }
  }

  @Test
  void refusesATruncatedFileWhereverItEnds() {
    Part whole = Parts.part(0, 0, 4, 4, true, Part.After.KEEP);
    List<byte[]> files =
        List.of(
            JpegBytes.of(Drawn.lake(9, 7)),
            JpegBytes.progressive(Drawn.lake(9, 7)),
            PngBytes.rgba(3, new int[9]),
            WebpBytes.of(2, new int[4]),
            new GifBytes(4, 4, List.of(0)).image(whole, new byte[16]).end(),
            bmp());
    for (byte[] file : files) {
      for (int length = 16; length < file.length; length += 1 + file.length / 150) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThat(Refusals.of(() -> media.decode(cut))).isIn(Cause.DAMAGED, Cause.NOT_A_PICTURE);
      }
    }
  }

  private static byte[] gif(int width, int height, int frames) {
    Part whole = Parts.part(0, 0, width, height, true, Part.After.KEEP);
    GifBytes gif = new GifBytes(width, height, List.of(0x123456, 0x654321));
    for (int i = 0; i < frames; i++) {
      byte[] indices = new byte[width * height];
      indices[0] = (byte) (i % 2);
      gif.image(whole, indices);
    }
    return gif.end();
  }

  private static byte[] bmp() {
    return BmpBytes.of(3, 2, 24, 0, new byte[24]);
  }
}
