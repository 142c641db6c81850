package eu.gardefou.cli;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;

/** Each way from a picture to its hash, one line each, with its peers beside it. */
final class HashBench {
  /** Peers sum in another order: a bit or two may fall on the other side of the median. */
  private static final int MOST_BITS_OFF = 2;

  private final PrintWriter out;
  private final Stopwatch stopwatch;
  private final List<HashPeer> peers;
  private final Media media = new Media(MediaLimits.DEFAULT);
  private boolean same = true;

  HashBench(PrintWriter out, Stopwatch stopwatch, List<HashPeer> peers) {
    this.out = out;
    this.stopwatch = stopwatch;
    this.peers = peers;
  }

  /** Prints the table; 1 when a peer's hash is not ours. */
  int run() throws Exception {
    DrawnPicture small = DrawnPicture.of(256, 256);
    DrawnPicture large = DrawnPicture.of(1_600, 1_004);
    StringBuilder head = new StringBuilder();
    peers.forEach(peer -> head.append(String.format(Locale.ROOT, "%16s %4s", peer.name(), "bits")));
    line("from a picture to its PDQ hash", "ours", "from – to", "aim", "reached", head.toString());
    fromPixels(small, 0);
    fromPixels(DrawnPicture.of(512, 512), 0);
    fromPixels(DrawnPicture.of(1_024, 1_024), 1.5);
    fromPixels(large, 2);
    fromPixels(DrawnPicture.of(4_032, 3_024), 0);
    fromJpeg(small, 1_200, 4_000);
    fromJpeg(large, 60, 0);
    out.printf(
        Locale.ROOT,
        "%nThe JPEG files have %.1f and %.1f KB.%n",
        small.jpeg().length / 1e3,
        large.jpeg().length / 1e3);
    out.printf(
        Locale.ROOT,
        "One thread. bits: how many of a peer's 256 differ from ours. JDK %s, %d cores.%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors());
    if (peers.isEmpty()) {
      out.println("No peers: 'bench hash --help' says how to name them.");
    }
    if (!same) {
      out.println("ERROR: hashes differ.");
    }
    out.flush();
    return same ? 0 : 1;
  }

  private void fromPixels(DrawnPicture picture, double aim) throws Exception {
    int[] rgb = picture.rgb();
    Callable<PdqHash> ours = () -> PdqHasher.hashRgb(rgb, picture.width(), picture.height()).hash();
    Stopwatch.Time time = stopwatch.time(ours);
    StringBuilder beside = new StringBuilder();
    for (HashPeer peer : peers) {
      HashPeer.Answer answer = peer.fromPixels(picture, stopwatch);
      beside.append(cells(text(answer.time().median()), ours.call(), answer));
    }
    line(
        "pixels " + picture + ", ms",
        text(time.median()),
        text(time.least()) + " – " + text(time.greatest()),
        aim == 0 ? "-" : "≤ " + text(aim),
        aim == 0 ? "-" : time.median() <= aim ? "yes" : "NO",
        beside.toString());
  }

  private void fromJpeg(DrawnPicture picture, double aim, double nativeAim) throws Exception {
    byte[] file = picture.jpeg();
    Callable<PdqHash> ours = () -> throughMedia(file);
    StringBuilder beside = new StringBuilder();
    for (HashPeer peer : peers) {
      Optional<HashPeer.Answer> answer = peer.fromJpeg(picture, stopwatch);
      beside.append(
          answer.isPresent()
              ? cells(text(1_000 / answer.get().time().median()), ours.call(), answer.get())
              : String.format(Locale.ROOT, "%16s %4s", "-", "-"));
    }
    rate("JPEG " + picture + ", as the gate reads it, a second", ours, aim, beside.toString());
    rate("JPEG " + picture + ", bare ImageIO, a second", () -> throughImageIo(file), 0, "");
    Optional<TurboJpeg> turbo = TurboJpeg.here();
    if (turbo.isPresent()) {
      Callable<PdqHash> natively =
          () -> {
            int[] rgb = turbo.get().decode(file, picture.width(), picture.height());
            return PdqHasher.hashRgb(rgb, picture.width(), picture.height()).hash();
          };
      same &= natively.call().equals(ours.call());
      rate("JPEG " + picture + ", libjpeg-turbo, a second", natively, nativeAim, "");
    }
  }

  private void rate(String name, Callable<PdqHash> way, double aim, String beside)
      throws Exception {
    Stopwatch.Time time = stopwatch.time(way);
    double median = 1_000 / time.median();
    line(
        name,
        text(median),
        text(1_000 / time.greatest()) + " – " + text(1_000 / time.least()),
        aim == 0 ? "-" : "≥ " + text(aim),
        aim == 0 ? "-" : median >= aim ? "yes" : "NO",
        beside);
  }

  private PdqHash throughMedia(byte[] file) {
    try (Picture picture = media.decode(file)) {
      Raster raster = picture.stored();
      return PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height()).hash();
    }
  }

  private static PdqHash throughImageIo(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    int width = image.getWidth();
    int height = image.getHeight();
    return PdqHasher.hashRgb(image.getRGB(0, 0, width, height, null, 0, width), width, height)
        .hash();
  }

  private String cells(String figure, PdqHash ours, HashPeer.Answer answer) {
    int bits = ours.distance(answer.hash());
    same &= bits <= MOST_BITS_OFF;
    return String.format(Locale.ROOT, "%16s %4d", figure, bits);
  }

  private void line(
      String what, String ours, String spread, String aim, String reached, String beside) {
    out.printf(Locale.ROOT, "%-48s %9s %19s %9s %8s%s%n", what, ours, spread, aim, reached, beside);
    out.flush();
  }

  private static String text(double value) {
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.3f", value);
  }
}
