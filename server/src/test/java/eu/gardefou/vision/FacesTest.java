package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.gardefou.media.Raster;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a picture is held, whatever its size. */
@EnabledIf("eu.gardefou.vision.Weights#present")
class FacesTest {
  private static final Vision vision = Vision.open(Weights.FOLDER, VisionLimits.DEFAULT);

  @AfterAll
  static void closeModels() {
    vision.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aTurnedFaceIsFoundAndItsAgeIsToldUpright(int quarters) {
    Raster person = Drawings.person(400, 400, 200, 200, 1);
    List<Face> faces = faces(Edits.turned(person, quarters));
    assertThat(faces).hasSize(1);
    assertThat(faces.getFirst().youngest())
        .isCloseTo(faces(person).getFirst().youngest(), within(3.0));
  }

  /** Finding a face ends no search. */
  @Test
  void anUprightFaceHidesNoTurnedOne() {
    Raster upright = Drawings.person(400, 400, 200, 200, 1);
    Raster both = beside(upright, Edits.turned(upright, 1));
    assertThat(faces(both)).hasSize(2);
  }

  @Test
  void aSmallTurnedFaceInALargePictureIsFound() {
    Raster turned = Edits.turned(Drawings.person(1900, 1000, 1200, 300, 0.3), 1);
    assertThat(faces(turned)).hasSize(1);
  }

  /** At full size the detector is not sure of it. */
  @Test
  void aFaceThatFillsThePictureIsFound() {
    assertThat(faces(Drawings.person(300, 300, 150, 150, 1.8)))
        .filteredOn(face -> face.confidence() >= 0.8)
        .hasSize(1);
  }

  @Test
  void aVerySmallFaceInAVeryLargePictureIsFound() {
    assertThat(faces(Drawings.person(3000, 2000, 2200, 700, 0.25)))
        .filteredOn(face -> face.confidence() >= 0.8)
        .hasSize(1);
  }

  /** Of many frames, each is looked at in all four ways, however little time there is for each. */
  @Test
  void aTurnedFaceInOneOfManyFramesIsFound() {
    Raster person = Edits.turned(Drawings.person(120, 120, 60, 60, 0.5), 1);
    Raster[] frames = new Raster[150];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = Edits.each(Drawings.pattern(4, 120, 120), new Brighter(i));
    }
    frames[77] = person;
    List<View> views = View.distinct(Drawings.animation(frames), new KnownFaces());
    int budget = FaceFinder.BUDGET / views.size();
    assertThat(Glance.at(views.get(77), budget)).hasSize(Turn.WAYS);
    assertThat(faces(person)).hasSize(1);
  }

  private record Brighter(int by) implements IntUnaryOperator {
    @Override
    public int applyAsInt(int rgb) {
      return (rgb & 0xFFFF00) | by;
    }
  }

  @Test
  void patternsHaveNoFace() {
    for (int pattern : new int[] {0, 2, 3, 4}) {
      for (int quarters = 0; quarters < Turn.WAYS; quarters++) {
        Raster raster = Edits.turned(Drawings.pattern(pattern, 1600, 1200), quarters);
        assertThat(faces(raster)).filteredOn(face -> face.confidence() >= 0.7).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  @EnabledIf("eu.gardefou.vision.DemoPhotos#present")
  void inPhotosTheSamePeopleAreFoundHoweverTheyAreHeld(int number) {
    Raster photo = Edits.scaled(DemoPhotos.photo(number), 0.4);
    int people = DemoPhotos.PEOPLE[number];
    assertThat(sure(photo)).isBetween(people, people + 1);
    for (int quarters = 1; quarters < Turn.WAYS; quarters++) {
      Raster turned = Edits.turned(photo, quarters);
      assertThat(sure(turned)).as("turned").isBetween(people, people + 1);
    }
    Raster scaled = Edits.scaled(photo, 0.6);
    assertThat(sure(scaled)).as("smaller").isBetween(people, people + 1);
    assertThat(sure(Edits.padded(photo, 1.5))).as("padded").isBetween(people, people + 1);
  }

  private static int sure(Raster raster) {
    return (int) faces(raster).stream().filter(face -> face.confidence() >= 0.75).count();
  }

  private static List<Face> faces(Raster raster) {
    return vision.look(Drawings.picture(raster)).faces();
  }

  private static Raster beside(Raster left, Raster right) {
    int width = left.width() + right.width();
    int[] rgb = new int[width * left.height()];
    for (int y = 0; y < left.height(); y++) {
      System.arraycopy(left.rgb(), y * left.width(), rgb, y * width, left.width());
      System.arraycopy(
          right.rgb(), y * right.width(), rgb, y * width + left.width(), right.width());
    }
    return new Raster(width, left.height(), rgb);
  }
}
