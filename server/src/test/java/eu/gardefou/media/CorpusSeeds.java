package eu.gardefou.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Makes the first files of the corpus; later ones are whatever once went wrong. Run {@link #main}
 * with the folder to write them again.
 */
final class CorpusSeeds {
  private static final Part WHOLE = Parts.part(0, 0, 8, 8, true, Part.After.KEEP);
  private static final byte[] JPEG = JpegBytes.of(Drawn.lake(16, 12));
  private static final byte[] PNG = PngBytes.rgba(8, Drawn.lakePixels(8, 8));

  private final Map<String, byte[]> files = new TreeMap<>();

  private CorpusSeeds() {
    png();
    jpeg();
    gif();
    webp();
    tiff();
    bmp();
    others();
  }

  /** Name, which begins with what is expected, and content. */
  static Map<String, byte[]> files() {
    return new CorpusSeeds().files;
  }

  public static void main(String[] folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Files.write(Path.of(folder[0], file.getKey()), file.getValue());
    }
  }

  private void png() {
    byte[] data = PngBytes.rgbaData(8, new int[64]);
    add("TOO_MANY_PIXELS.sixty-thousand-squared.png", header(60_000, 60_000).chunk("IDAT", data));
    add("TOO_MANY_PIXELS.two-billion-wide.png", header(Integer.MAX_VALUE, 1).chunk("IDAT", data));
    add("DAMAGED.negative-size.png", header(-8, 8).chunk("IDAT", data));
    add("DAMAGED.zero-width.png", header(0, 8).chunk("IDAT", data));
    add("DAMAGED.more-data-than-pixels.png", header(2, 2).chunk("IDAT", bomb()));
    add("DAMAGED.fewer-data-than-pixels.png", header(9, 9).chunk("IDAT", data));
    add("DAMAGED.no-data.png", header(8, 8));
    add(
        "DAMAGED.data-in-two-places.png",
        header(8, 8).chunk("IDAT", data).chunk("tIME", new byte[7]).chunk("IDAT", data));
    add(
        "DAMAGED.palette-is-missing.png",
        new PngBytes().header(8, 8, 8, 3, false).chunk("IDAT", data));
    add(
        "DAMAGED.unknown-filter.png",
        header(1, 1).chunk("IDAT", PngBytes.deflated(new byte[] {9, 1, 2, 3, 4})));
    add("DAMAGED.unknown-depth.png", new PngBytes().header(8, 8, 3, 6, false).chunk("IDAT", data));
    add(
        "DAMAGED.unknown-critical-chunk.png",
        header(8, 8).chunk("HUGE", new byte[4]).chunk("IDAT", data));
    add("DAMAGED.not-deflated.png", header(8, 8).chunk("IDAT", JpegBytes.ascii("plain text")));
    add("DAMAGED.frames-announced-but-missing.png", header(8, 8).animation(3).chunk("IDAT", data));
    add(
        "DAMAGED.frame-numbers-repeat.png",
        header(8, 8)
            .animation(2)
            .control(0, WHOLE)
            .chunk("IDAT", data)
            .control(0, WHOLE)
            .frameData(1, data));
    add("DAMAGED.wrong-checksum.png", flipped(PNG, PNG.length - 18));
    add("DAMAGED.truncated.png", Arrays.copyOf(PNG, PNG.length / 2));
    add(
        "POLYGLOT.page-after-it.png",
        JpegBytes.join(PNG, JpegBytes.ascii("<html><script>go()</script></html>")));
    add(
        "accepted.profile-that-never-ends.png",
        header(8, 8)
            .chunk("iCCP", JpegBytes.join(JpegBytes.ascii("x\0\0"), bomb()))
            .chunk("IDAT", data));
    add(
        "accepted.every-row-interlaced.png",
        PngSamples.random(6, 16, true, new SplittableRandom(1)).file());
  }

  private void jpeg() {
    add("DAMAGED.truncated-in-the-data.jpg", Arrays.copyOf(JPEG, JPEG.length - 20));
    add("DAMAGED.truncated-in-the-header.jpg", Arrays.copyOf(JPEG, 100));
    add("DAMAGED.only-the-beginning.jpg", new byte[] {-1, -40, -1, -32});
    add(
        "DAMAGED.segment-without-length.jpg",
        JpegBytes.join(new byte[] {-1, -40, -1, -32, 0, 0}, JPEG));
    add("DAMAGED.zero-height.jpg", sized(0, 16));
    add("TOO_MANY_PIXELS.largest-size.jpg", sized(65_535, 65_535));
    add("TOO_SLOW.two-hundred-scans.jpg", scans(200));
    add("NOT_A_PICTURE.arithmetic-coding.jpg", flipped(JPEG, frameHeader() + 1, 0xC0 ^ 0xC9));
    add("NOT_A_PICTURE.twelve-bits.jpg", flipped(JPEG, frameHeader() + 4, 8 ^ 12));
    add(
        "accepted.orientation-far-away.jpg",
        JpegBytes.with(JPEG, JpegWalk.APP1, JpegBytes.ascii("Exif\0\0MM\0*\177\177\177\177")));
    add(
        "accepted.preview-behind-it.jpg",
        JpegBytes.withFurtherPicture(JPEG, JpegBytes.of(Drawn.lake(4, 4))));
    add(
        "accepted.samsung-notes.jpg",
        JpegBytes.join(JPEG, SamsungNotes.of(JpegBytes.ascii("\0\0\1\12Image_UTC_Data1"))));
    add("POLYGLOT.archive-after-it.jpg", JpegBytes.join(JPEG, zip()));
    add(
        "POLYGLOT.motion-photo.jpg",
        JpegBytes.join(JPEG, new byte[] {0, 0, 0, 24}, JpegBytes.ascii("ftypmp42isom and a film")));
    add(
        "POLYGLOT.document-in-front.jpg",
        JpegBytes.with(JPEG, JpegWalk.COM, JpegBytes.ascii("%PDF-1.4")));
  }

  private void gif() {
    GifBytes many = new GifBytes(8, 8, List.of());
    for (int i = 0; i < 100; i++) {
      many.image(WHOLE, new byte[1]);
    }
    add("TOO_MANY_FRAMES.hundred.gif", many.end());
    add(
        "TOO_MANY_PIXELS.frame-far-outside.gif",
        new GifBytes(1, 1, List.of())
            .image(Parts.part(65_000, 65_000, 9, 9, true, Part.After.KEEP), new byte[81])
            .end());
    add("DAMAGED.no-frame.gif", new GifBytes(8, 8, List.of()).end());
    add(
        "DAMAGED.frame-without-width.gif",
        new GifBytes(8, 8, List.of())
            .image(Parts.part(0, 0, 0, 8, true, Part.After.KEEP), new byte[1])
            .end());
    byte[] gif = new GifBytes(8, 8, List.of(0x224466)).image(WHOLE, new byte[64]).end();
    add("DAMAGED.truncated.gif", Arrays.copyOf(gif, gif.length - 9));
    add("DAMAGED.unknown-block.gif", flipped(gif, gif.length - 1));
    add(
        "POLYGLOT.document-after-it.gif",
        JpegBytes.join(gif, JpegBytes.ascii("%PDF-1.7 with a few pages")));
  }

  private void webp() {
    byte[] webp = WebpBytes.of(4, Drawn.lakePixels(4, 4));
    byte[] longer = webp.clone();
    longer[5]++;
    add("DAMAGED.says-it-is-longer.webp", longer);
    byte[] shorter = webp.clone();
    shorter[5]--;
    add("DAMAGED.says-it-is-shorter.webp", shorter);
    add("POLYGLOT.archive-after-it.webp", JpegBytes.join(webp, zip()));
    byte[] data = WebpBytes.lossless(4, new int[16]);
    add(
        "DAMAGED.canvas-of-another-size.webp",
        new WebpBytes().extended(0, 5, 4).chunk("VP8L", data).end());
    add("DAMAGED.two-pictures.webp", new WebpBytes().chunk("VP8L", data).chunk("VP8L", data).end());
    add(
        "DAMAGED.animation-without-frames.webp",
        new WebpBytes().extended(2, 4, 4).animation().end());
    add(
        "DAMAGED.frame-outside.webp",
        new WebpBytes().extended(2, 2, 2).animation().frame(WHOLE, new int[64]).end());
    add(
        "TOO_MANY_PIXELS.canvas.webp",
        new WebpBytes().extended(2, 1 << 24, 1 << 24).animation().frame(WHOLE, new int[64]).end());
    add(
        "DAMAGED.codes-that-mean-nothing.webp",
        new WebpBytes().chunk("VP8L", Arrays.copyOf(Arrays.copyOf(data, 6), 60)).end());
  }

  private void tiff() {
    byte[] grey = new byte[64];
    add(
        "DAMAGED.pages-in-a-circle.tif",
        new TiffBytes().page(8, 8, 1, 8, grey).page(8, 8, 1, 8, grey).endless());
    add("DAMAGED.page-of-itself.tif", new TiffBytes().page(8, 8, 1, 8, grey).endless());
    add("TOO_MANY_PIXELS.page.tif", new TiffBytes().page(65_000, 65_000, 1, 8, grey).end());
    add(
        "DAMAGED.pixels-outside-of-the-file.tif",
        new TiffBytes().page(8, 8, 1, 8, grey, 273, 1 << 30).end());
    add("DAMAGED.zero-height.tif", new TiffBytes().page(8, 0, 1, 8, grey).end());
    add(
        "DAMAGED.gigantic-tile.tif",
        new TiffBytes().page(8, 8, 1, 8, grey, 322, 1 << 20, 323, 1 << 20, 324, 8, 325, 64).end());
    add("NOT_A_PICTURE.sixty-four-bits.tif", new TiffBytes().page(8, 8, 1, 64, grey).end());
    TiffBytes inside = new TiffBytes();
    byte[] large = sized(65_535, 65_535);
    int at = inside.append(large);
    add(
        "DAMAGED.large-jpeg-inside.tif",
        inside.page(8, 8, 3, 8, grey, 259, 7, 262, 6, 273, at, 279, large.length).end());
  }

  private void bmp() {
    add("TOO_MANY_PIXELS.large.bmp", BmpBytes.of(65_000, 65_000, 4, 2, new byte[8]));
    add("DAMAGED.fewer-data-than-pixels.bmp", BmpBytes.of(100, 100, 24, 0, new byte[90]));
    add("DAMAGED.lowest-height.bmp", BmpBytes.of(1, Integer.MIN_VALUE, 24, 0, new byte[90]));
    add("DAMAGED.runs-that-end-early.bmp", BmpBytes.of(200, 200, 8, 1, new byte[] {0, 0, 0, 0}));
    add("NOT_A_PICTURE.png-inside.bmp", BmpBytes.of(8, 8, 0, 5, PNG));
  }

  private void others() {
    add("NOT_A_PICTURE.empty", new byte[0]);
    add("NOT_A_PICTURE.drawing.svg", JpegBytes.ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"));
    add(
        "NOT_A_PICTURE.photo.heic",
        JpegBytes.join(new byte[] {0, 0, 0, 24}, JpegBytes.ascii("ftypheic0000mif1heic")));
  }

  private void add(String name, byte[] content) {
    files.put(name, content);
  }

  private void add(String name, PngBytes png) {
    files.put(name, png.end());
  }

  private static PngBytes header(int width, int height) {
    return new PngBytes().header(width, height, 8, 6, false);
  }

  private static byte[] bomb() {
    return PngBytes.deflated(new byte[8 << 20]);
  }

  private static byte[] zip() {
    byte[] entry = JpegBytes.join(JpegBytes.ascii("PK\1\2"), new byte[42]);
    byte[] end = JpegBytes.join(JpegBytes.ascii("PK\5\6"), new byte[18]);
    end[12] = (byte) entry.length;
    return JpegBytes.join(JpegBytes.ascii("PK\3\4"), new byte[26], entry, end);
  }

  private static byte[] flipped(byte[] file, int at) {
    return flipped(file, at, 0x55);
  }

  private static byte[] flipped(byte[] file, int at, int bits) {
    byte[] copy = file.clone();
    copy[at] ^= (byte) bits;
    return copy;
  }

  private static int frameHeader() {
    JpegWalk walk = new JpegWalk(JPEG, 0);
    while (walk.next()) {
      if (walk.isFrameHeader()) {
        return walk.start();
      }
    }
    throw new IllegalStateException("every JPEG has a frame header");
  }

  private static byte[] sized(int height, int width) {
    byte[] copy = JPEG.clone();
    ByteBuffer.wrap(copy, frameHeader() + 5, 4).putShort((short) height).putShort((short) width);
    return copy;
  }

  /** The last scan of a progressive picture, over and over. */
  private static byte[] scans(int count) {
    byte[] file = JpegBytes.progressive(Drawn.lake(16, 12));
    JpegWalk walk = new JpegWalk(file, 0);
    int last = 0;
    while (walk.next()) {
      last = walk.marker() == JpegWalk.SOS ? walk.start() : last;
    }
    byte[] scan = Arrays.copyOfRange(file, last, file.length - 2);
    byte[][] parts = new byte[count + 2][];
    Arrays.fill(parts, scan);
    parts[0] = Arrays.copyOf(file, last);
    parts[count + 1] = new byte[] {-1, -39};
    return JpegBytes.join(parts);
  }
}
