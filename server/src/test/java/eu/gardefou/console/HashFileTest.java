package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Worker;
import com.microsoft.playwright.options.FilePayload;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture is hashed on the device, in a real browser, and leaves it for nowhere. */
@BrowserTest
final class HashFileTest {
  /**
   * Where decoders round in ways of their own. Measured: 0 of 256 bits for twenty JPEG files, which
   * another version of the browser need not repeat.
   */
  private static final int NEAR = 4;

  private static final String LOAD =
      """
      async () => {
        const hashing = await import("/js/hash-file.js");
        await hashing.ready;
        window.hashing = hashing;
        document.body.innerHTML = "<input type=file id=file>";
      }
      """;

  private static final String HASH =
      """
      async limits => {
        const file = document.querySelector("#file").files[0];
        try {
          return await hashing.hashFile(file, {...hashing.LIMITS, ...limits});
        } catch (error) {
          return {error: error instanceof hashing.HashingError ? error.code : String(error)};
        }
      }
      """;

  private final Media media = new Media(MediaLimits.DEFAULT);
  private final Desk desk;
  private final Visit visit;

  HashFileTest(Desk desk) {
    this.desk = desk;
    this.visit = desk.visit();
  }

  @BeforeAll
  void load() {
    load(visit);
  }

  @AfterAll
  void leave() {
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({"640, 480", "64, 64", "5, 9", "1025, 300", "2500, 2100", "40000, 7", "33, 1500"})
  void pngFilesHashAsOnTheServer(int width, int height) {
    byte[] file = PictureFiles.png(PictureFiles.drawing(width, height, width));
    PdqFingerprint server = server(file);
    Map<?, ?> browser = hashed(visit, file);

    assertThat(browser.get("pdq")).isEqualTo(server.hash().toString());
    assertThat(browser.get("quality")).isEqualTo(server.quality());
    assertThat(browser.get("poses"))
        .isEqualTo(server.dihedral().stream().map(PdqHash::toString).toList());
    assertThat(browser.get("sha256")).isEqualTo(picture(file).digests().sha256());
  }

  @Test
  void jpegFilesHashNearlyAsOnTheServer() {
    List<Integer> distances = new ArrayList<>();
    for (float quality : new float[] {0.3f, 0.6f, 0.8f, 0.95f}) {
      for (int seed = 1; seed <= 5; seed++) {
        byte[] file = PictureFiles.jpeg(PictureFiles.drawing(400 + 61 * seed, 500, seed), quality);
        distances.add(distance(hashed(visit, file), server(file).hash()));
      }
    }
    System.out.println("JPEG, bits between browser and server: " + distances);
    assertThat(distances).allMatch(distance -> distance <= NEAR);
  }

  @Test
  void aPictureIsSentNowhereAndHashedWithoutANetwork() {
    try (Visit alone = desk.visit()) {
      load(alone);
      assertThat(alone.requests())
          .contains(desk.address() + "/js/hash-worker.js", desk.address() + "/js/hashing.js");
      assertThat(alone.page().workers()).extracting(Worker::url).hasSize(1);
      int before = alone.requests().size();
      alone.page().context().setOffline(true);
      byte[] file = PictureFiles.png(PictureFiles.drawing(800, 600, 1));

      assertThat(hashed(alone, file).get("pdq")).isEqualTo(server(file).hash().toString());
      assertThat(alone.requests()).hasSize(before);
      assertThat(alone.complaints()).isEmpty();
      alone.page().context().setOffline(false);
      alone.page().evaluate("() => fetch('/js/hash-file.js')");
      assertThat(alone.requests()).as("requests are seen").hasSize(before + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPictureIsHashedUpright(int orientation) {
    byte[] jpeg = PictureFiles.jpeg(PictureFiles.drawing(500, 400, 3), 0.9f);
    byte[] file = PictureFiles.held(jpeg, orientation);
    Raster upright = picture(file).frames().getFirst().views().getFirst();

    assertThat(distance(hashed(visit, file), fingerprint(upright).hash()))
        .isLessThanOrEqualTo(NEAR);
  }

  @Test
  void aTransparentPictureIsHashedOnWhite() {
    byte[] file = PictureFiles.png(PictureFiles.sticker(500, 400, 5));
    Raster onWhite = picture(file).frames().getFirst().views().getFirst();

    assertThat(distance(hashed(visit, file), fingerprint(onWhite).hash()))
        .isLessThanOrEqualTo(NEAR);
  }

  @Test
  void aPictureThatWhiteHidesIsHashedOnBlack() {
    byte[] file = PictureFiles.png(PictureFiles.chalk(500, 400, 5));
    List<Raster> views = picture(file).frames().getFirst().views();

    assertThat(fingerprint(views.get(0)).isUsable()).isFalse();
    assertThat(distance(hashed(visit, file), fingerprint(views.get(1)).hash()))
        .isLessThanOrEqualTo(NEAR);
  }

  @Test
  void coloursAreTakenAsStored() {
    byte[] plain = PictureFiles.png(PictureFiles.drawing(500, 400, 6));
    byte[] linear = PictureFiles.linear(plain);
    Raster shown = picture(linear).frames().getFirst().views().getFirst();

    assertThat(fingerprint(shown).hash()).isNotEqualTo(server(linear).hash());
    assertThat(hashed(visit, linear).get("pdq")).isEqualTo(server(linear).hash().toString());
  }

  @Test
  void whatIsNoPictureIsSaidSo() {
    byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
    byte[] drawing = PictureFiles.png(PictureFiles.drawing(200, 100, 1));

    assertThat(hashed(visit, text)).isEqualTo(Map.of("error", "not-a-picture"));
    assertThat(hashed(visit, new byte[0])).isEqualTo(Map.of("error", "empty-file"));
    assertThat(hashed(visit, drawing, Map.of("bytes", drawing.length - 1)))
        .isEqualTo(Map.of("error", "too-many-bytes"));
    assertThat(hashed(visit, drawing, Map.of("pixels", 19_999)))
        .isEqualTo(Map.of("error", "too-many-pixels"));
    assertThat(hashed(visit, drawing, Map.of("bytes", drawing.length, "pixels", 20_000)).get("pdq"))
        .isNotNull();
  }

  @Test
  void theLimitsAreTheServers() {
    MediaLimits server = MediaLimits.DEFAULT;

    assertThat(visit.page().evaluate("() => Object.values(hashing.LIMITS).join()"))
        .isEqualTo(server.bytes() + "," + server.pixels());
  }

  @ParameterizedTest
  @CsvSource({
    "'OffscreenCanvasRenderingContext2D.prototype.getImageData = (x, y, w, h) =>"
        + " new ImageData(w, h);', pixels-withheld",
    "'self.createImageBitmap = undefined;', not-supported",
    "'Object.defineProperty(self.crypto, \"subtle\", {value: undefined});', not-supported",
    "'self.Blob = class { constructor() { throw new RangeError() } };', too-large-for-this-device",
    "'self.ImageData = undefined;', failed"
  })
  void aBrowserThatCannotHashSaysSo(String broken, String code) {
    try (Visit other = desk.visit()) {
      other
          .page()
          .route(
              "**/js/hash-worker.js",
              route -> {
                var answer = route.fetch();
                route.fulfill(
                    new Route.FulfillOptions().setResponse(answer).setBody(broken + answer.text()));
              });
      load(other);
      byte[] file = PictureFiles.png(PictureFiles.drawing(200, 100, 1));

      assertThat(hashed(other, file)).isEqualTo(Map.of("error", code));
    }
  }

  private static void load(Visit visit) {
    visit.open("/sign-in");
    visit.page().evaluate(LOAD);
  }

  private static Map<?, ?> hashed(Visit visit, byte[] file) {
    return hashed(visit, file, Map.of());
  }

  private static Map<?, ?> hashed(Visit visit, byte[] file, Map<String, Integer> limits) {
    Page page = visit.page();
    // By name and type nothing can be told: both are whatever the device says.
    page.locator("#file").setInputFiles(new FilePayload("file", "image/png", file));
    return (Map<?, ?>) page.evaluate(HASH, limits);
  }

  private PdqFingerprint server(byte[] file) {
    return fingerprint(picture(file).stored());
  }

  private Picture picture(byte[] file) {
    return media.decode(file);
  }

  private static PdqFingerprint fingerprint(Raster raster) {
    return PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height());
  }

  private static int distance(Map<?, ?> browser, PdqHash server) {
    return PdqHash.parse(String.valueOf(browser.get("pdq"))).distance(server);
  }
}
