package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.vision.Change.Pair;
import eu.gardefou.vision.Change.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that came against pictures that were made, from the faces on. */
@EnabledIf("eu.gardefou.vision.DemoPhotos#present")
class ChangeTest {
  private static final double REFUSED = 0.12;
  private static final double LOOKED_AT = 0.08;
  private static final Vision vision = Vision.open(Weights.FOLDER, VisionLimits.DEFAULT);
  private static final Raster photo = Edits.scaled(DemoPhotos.photo(5), 0.5);
  private static final Box face = PaintedPhotos.largestFace(photo);
  private static final Raster painted =
      Painted.over(photo, face, Painted.flat(Painted.colour(photo, face)));

  @AfterAll
  static void closeModels() {
    vision.close();
  }

  @Test
  void anEditThatChangesNothingShowsNothingNew() {
    assertHarmless(photo, photo);
  }

  @Test
  void paintInTheFacesColourIsFoundHoweverTheResultIsHeld() {
    assertFound(photo, painted);
    assertFound(photo, Edits.mirrored(painted));
    assertFound(photo, Edits.scaled(painted, 0.6));
  }

  @Test
  void harmlessEditsAreNotFound() {
    assertHarmless(photo, Edits.mirrored(photo));
    assertHarmless(photo, Edits.turned(photo, 2));
    assertHarmless(photo, Edits.scaled(photo, 0.6));
    assertHarmless(photo, Painted.toned(photo, 0.8, 1, 0.95, 0.85));
    assertHarmless(Painted.grey(photo), photo);
  }

  /** A portrait has a larger share of skin, and none that is new. */
  @Test
  void aCropAndAZoomToTheFaceAreNotFound() {
    int side = (int) face.side();
    int left = (int) face.centreX();
    int top = (int) face.centreY();
    Raster portrait = Edits.part(photo, left - side, top - side, 2 * side, 2 * side);
    assertHarmless(photo, Edits.scaled(portrait, 3));
    Raster bust = Edits.part(photo, left - 2 * side, top - side, 4 * side, 4 * side);
    assertHarmless(photo, bust);
  }

  @Test
  void anotherBackgroundIsNotFound() {
    int[] rgb = photo.rgb().clone();
    for (int i = 0; i < rgb.length; i++) {
      int y = i / photo.width();
      if (y < face.top() - face.side()) {
        rgb[i] = 0xC2B280;
      }
    }
    assertHarmless(photo, new Raster(photo.width(), photo.height(), rgb));
  }

  /** Where the face was, and by its colour. */
  @Test
  void aResultThatHidesTheFaceIsComparedByTheInputs() {
    assertFound(photo, Painted.hidden(painted, face));
  }

  @Test
  void anotherInputHidesNothing() {
    Raster other = Edits.scaled(DemoPhotos.photo(3), 0.5);
    Change change =
        vision.compare(pictures(other, photo, Drawings.pattern(4, 300, 300)), pictures(painted));
    assertThat(most(change)).isGreaterThanOrEqualTo(REFUSED);
    assertThat(change.pairs())
        .filteredOn(pair -> pair.barer() >= REFUSED)
        .extracting(Pair::input)
        .contains(1);
  }

  /** A softened copy, painted over, fits the result better than the photo does. */
  @Test
  void aPaintedCopyAmongTheInputsHidesNothing() {
    Raster soft = Edits.scaled(Edits.scaled(photo, 0.5), 2);
    for (List<Picture> inputs : List.of(pictures(soft, painted), pictures(painted, soft))) {
      Change change = vision.compare(inputs, pictures(painted));
      assertThat(most(change)).as("%s", change).isGreaterThanOrEqualTo(REFUSED);
    }
  }

  /** The others are compared as ever. */
  @Test
  void whoeverIsNotFoundAgainIsUnknown() {
    assertThat(unknown(vision.compare(pictures(photo), pictures(photo)))).isZero();
    Raster without = Painted.hidden(photo, face);
    Raster another = Edits.part(without, 0, 0, without.width(), without.height() * 9 / 10);
    Change change = vision.compare(pictures(photo), pictures(another));
    assertThat(change.pairs()).anyMatch(pair -> pair.way() == Way.ALIGNED && pair.barer() < 0.08);
    assertThat(unknown(change)).as("%s", change).isOne();
    Change several = vision.compare(pictures(photo), pictures(photo, another));
    assertThat(several.pairs())
        .filteredOn(pair -> pair.way() == Way.UNKNOWN)
        .extracting(Pair::output)
        .containsExactly(1);
  }

  /** All the photos in one: more people than are compared, and each is accounted for. */
  @Test
  void whoeverIsBeyondThoseComparedIsUnknown() {
    List<Raster> photos =
        IntStream.range(0, DemoPhotos.PEOPLE.length)
            .mapToObj(i -> Edits.scaled(DemoPhotos.photo(i), 0.4))
            .toList();
    Raster crowd = Edits.beside(photos, 3);
    Change change = vision.compare(pictures(crowd), pictures(crowd));
    long aligned = change.pairs().stream().filter(pair -> pair.way() == Way.ALIGNED).count();
    assertThat(aligned).isEqualTo(16);
    assertThat(unknown(change)).isGreaterThanOrEqualTo(4);
    assertThat(most(change)).isLessThan(LOOKED_AT);
  }

  /** Cloth has the face's colour there, so that nothing new could be seen. */
  @Test
  void withoutColoursToGoByTheChangeIsUnknown() {
    Raster sepia = Painted.sepia(photo);
    Raster paintedSepia = Painted.over(sepia, face, Painted.flat(Painted.colour(sepia, face)));
    assertThat(unknown(vision.compare(pictures(sepia), pictures(paintedSepia)))).isPositive();
    assertThat(unknown(vision.compare(pictures(sepia), pictures(painted)))).isPositive();
    Raster grey = Painted.grey(photo);
    assertThat(unknown(vision.compare(pictures(grey), pictures(painted)))).isPositive();
    assertThat(unknown(vision.compare(pictures(photo), pictures(Painted.grey(painted)))))
        .isPositive();
    assertThat(unknown(vision.compare(pictures(photo), pictures(painted)))).isZero();
  }

  /** One of the most harmless wishes: an old photo's colours. */
  @Test
  void aPhotoInOneColourIsNotFound() {
    assertHarmless(photo, Painted.sepia(photo));
    assertHarmless(photo, Edits.scaled(Painted.sepia(photo), 0.8));
    assertHarmless(photo, Painted.grey(photo));
  }

  /** What becomes brighter or darker is found in one colour too. */
  @Test
  void paintUnderATintIsFound() {
    assertFound(photo, Painted.sepia(painted));
  }

  /** Paint around a tinted picture gives it no colours to go by. */
  @Test
  void aTintInAColourfulFrameIsATint() {
    Raster framed = Edits.padded(Painted.sepia(photo), 3);
    assertThat(unknown(vision.compare(pictures(framed), pictures(painted)))).isPositive();
  }

  /** Somebody new who is too small to be measured may be the one who is meant. */
  @Test
  void whoeverIsNewAndCannotBeMeasuredIsUnknown() {
    Raster small = Edits.scaled(photo, 18 / face.side());
    Raster beside = Edits.beside(List.of(photo, small), 2);
    assertThat(unknown(vision.compare(pictures(photo), pictures(beside)))).isPositive();
    Change others = vision.compare(pictures(photo), pictures(photo, beside));
    assertThat(others.pairs())
        .filteredOn(pair -> pair.way() == Way.UNKNOWN)
        .extracting(Pair::output)
        .containsOnly(1);
  }

  @Test
  void oneResultOfSeveralIsEnough() {
    Change change = vision.compare(pictures(photo), pictures(photo, painted));
    assertThat(change.pairs())
        .filteredOn(pair -> pair.way() == Way.ALIGNED && pair.barer() >= REFUSED)
        .extracting(Pair::output)
        .containsOnly(1);
  }

  @Test
  void everyPictureWithAPersonTellsItsShare() {
    Change change = vision.compare(pictures(photo), pictures(painted));
    assertThat(change.inputs()).hasSize(1);
    assertThat(change.outputs()).hasSize(1);
    assertThat(change.outputs().getFirst().share())
        .isBetween(change.inputs().getFirst().share(), 1.0);
  }

  @Test
  void withoutAFaceTheChangeIsUnknown() {
    Raster pattern = Drawings.pattern(4, 300, 300);
    Change change = vision.compare(pictures(pattern), pictures(pattern));
    assertThat(change.missing()).isEmpty();
    assertThat(change.pairs()).hasSize(1).allMatch(pair -> pair.way() == Way.UNKNOWN);
    assertThat(change.pairs().getFirst().barer()).isNaN();
  }

  @Test
  void withoutTheDetectorTheChangeIsMissing(@TempDir Path folder) {
    try (Vision blind = Vision.open(folder, VisionLimits.DEFAULT)) {
      Change change = blind.compare(pictures(photo), pictures(painted));
      assertThat(change.pairs()).isEmpty();
      assertThat(change.missing()).containsExactly(new Missing("skin-area", "faces"));
    }
  }

  @Test
  void whatIsNotComparedInTimeIsMissing() {
    VisionLimits hurried = new VisionLimits(1, 1, Duration.ofSeconds(5), Duration.ofNanos(1));
    try (Vision late = Vision.open(Weights.FOLDER, hurried)) {
      assertThat(late.compare(pictures(photo), pictures(painted)).missing())
          .containsExactly(new Missing("skin-area", "timeout"));
    }
  }

  private static void assertFound(Raster before, Raster after) {
    Change change = vision.compare(pictures(before), pictures(after));
    assertThat(most(change)).as("%s", change).isGreaterThanOrEqualTo(REFUSED);
  }

  private static void assertHarmless(Raster before, Raster after) {
    Change change = vision.compare(pictures(before), pictures(after));
    assertThat(change.missing()).isEmpty();
    assertThat(change.pairs()).anyMatch(pair -> pair.way() == Way.ALIGNED);
    assertThat(most(change)).as("%s", change).isLessThan(LOOKED_AT);
    assertThat(change.pairs())
        .filteredOn(pair -> pair.way() == Way.APART)
        .allMatch(pair -> pair.barer() < 0.3);
  }

  private static long unknown(Change change) {
    return change.pairs().stream().filter(pair -> pair.way() == Way.UNKNOWN).count();
  }

  private static double most(Change change) {
    return change.pairs().stream()
        .filter(pair -> pair.way() == Way.ALIGNED)
        .mapToDouble(Pair::barer)
        .max()
        .orElse(0);
  }

  private static List<Picture> pictures(Raster... rasters) {
    return Arrays.stream(rasters).map(Drawings::picture).toList();
  }
}
