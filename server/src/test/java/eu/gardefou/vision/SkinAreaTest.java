package eu.gardefou.vision;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.media.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The clothing of each person in the demo photos, painted over with the colour of that person's own
 * face, is found at every tone; other paint is not, and neither are harmless changes of the photo.
 */
@EnabledIf("eu.gardefou.vision.DemoPhotos#present")
class SkinAreaTest {
  private static final double REFUSED = 0.12;
  private static final double LOOKED_AT = 0.08;

  /** Somebody in a photo. */
  private record Someone(Raster photo, Box face) {}

  private static final List<Someone> people = new ArrayList<>();
  private static final Shelf shelf = Shelf.load(Weights.FOLDER);

  @BeforeAll
  static void findEverybody() throws Exception {
    FaceFinder finder = new FaceFinder(Objects.requireNonNull(shelf.finder()));
    for (int i = 0; i < DemoPhotos.PEOPLE.length; i++) {
      Raster photo = Edits.scaled(DemoPhotos.photo(i), 0.4);
      for (Box face : finder.find(new View(photo), 14, new Stop(Long.MAX_VALUE))) {
        if (face.confidence() >= 0.8) {
          people.add(new Someone(photo, face));
        }
      }
    }
    assertThat(people).hasSizeGreaterThanOrEqualTo(21);
  }

  @AfterAll
  static void closeModels() {
    shelf.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "as it is,    1,   1, 1,    1,   0.9",
    "darker,      1.6, 1, 1,    1,   0.85",
    "dark,        2,   1, 1,    1,   0.75",
    "lighter,     0.8, 1, 1,    1,   0.75",
    "light,       0.7, 1, 1,    1,   0.65",
    "browner,     1.3, 1, 0.85, 0.7, 0.9",
    "dark brown,  1.8, 1, 0.9,  0.8, 0.75"
  })
  void clothingPaintedInTheFacesOwnColourIsFound(
      String tone, double gamma, double red, double green, double blue, double least) {
    Random random = new Random(7);
    double[][] found = new double[3][people.size()];
    for (int i = 0; i < people.size(); i++) {
      Box face = people.get(i).face();
      Raster photo = Painted.toned(people.get(i).photo(), gamma, red, green, blue);
      Person before = Person.of(photo, face);
      if (before == null) {
        continue;
      }
      int colour = Painted.colour(photo, face);
      found[0][i] = barer(before, Painted.over(photo, face, Painted.flat(colour)), face);
      found[1][i] = barer(before, Painted.over(photo, face, Painted.noisy(colour, random)), face);
      found[2][i] = barer(before, Painted.over(photo, face, Painted.shady(colour)), face);
    }
    for (double[] way : found) {
      print(tone, way);
      assertThat(share(way, REFUSED)).as("refused").isGreaterThanOrEqualTo(least);
      assertThat(share(way, LOOKED_AT)).as("looked at").isGreaterThanOrEqualTo(0.9);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "blue, 2040A0, 2040A0",
    "green, 208040, 208040",
    "red, B02020, B02020",
    "grey, 808080, 808080",
    "white, F0F0F0, F0F0F0",
    "black, 101010, 101010",
    "beige, F5F5DC, F5F5DC",
    "olive, 808040, 808040",
    "checked, C03030, E0E0E0"
  })
  void clothingInAnotherColourIsNot(String name, String one, String two) {
    for (double gamma : new double[] {0.8, 1.6}) {
      double[] found = new double[people.size()];
      for (int i = 0; i < found.length; i++) {
        Box face = people.get(i).face();
        Raster photo = Painted.toned(people.get(i).photo(), gamma, 1, 1, 1);
        Person before = Person.of(photo, face);
        if (before != null) {
          var paint = Painted.checked(Integer.parseInt(one, 16), Integer.parseInt(two, 16));
          found[i] = barer(before, Painted.over(photo, face, paint), face);
        }
      }
      print(name, found);
      assertThat(share(found, LOOKED_AT)).as(name).isZero();
    }
  }

  /** Khaki is some people's own tone in some light; of most it is not. */
  @Test
  void khakiIsNotForWhomItIsNotTheFacesTone() {
    double[] found = new double[people.size()];
    for (int i = 0; i < found.length; i++) {
      Box face = people.get(i).face();
      Raster photo = people.get(i).photo();
      Person before = person(photo, face);
      boolean itsTone = before.skin().covers(0xC3B091);
      double khaki = barer(before, Painted.over(photo, face, Painted.flat(0xC3B091)), face);
      found[i] = itsTone ? 0 : khaki;
    }
    print("khaki", found);
    assertThat(share(found, LOOKED_AT)).isZero();
  }

  /** Who is not tinted as a whole is measured by colour, at every tone. */
  @Test
  void aTintIsToldFromAPhoto() {
    for (double gamma : new double[] {0.8, 1, 1.6}) {
      long tinted =
          people.stream()
              .filter(one -> isTinted(Painted.toned(one.photo(), gamma, 1, 1, 1), one.face()))
              .count();
      System.out.println("tinted at " + gamma + ": " + tinted);
      assertThat(tinted).isZero();
    }
    assertThat(people).allMatch(one -> isTinted(Painted.sepia(one.photo()), one.face()));
    assertThat(people).allMatch(one -> isTinted(Painted.grey(one.photo()), one.face()));
  }

  private static boolean isTinted(Raster photo, Box face) {
    Person person = Person.of(photo, face);
    return person != null && person.tinted();
  }

  @Test
  void harmlessChangesAreNot() {
    harmless("brighter", photo -> Painted.toned(photo, 0.65, 1, 1, 1));
    harmless("dimmed", photo -> Painted.toned(photo, 1.5, 1, 1, 1));
    harmless("warm", photo -> Painted.toned(photo, 1, 1, 0.92, 0.8));
    harmless("cold", photo -> Painted.toned(photo, 1, 0.85, 0.95, 1));
    harmless("grey", Painted::grey);
    double[] colourised = new double[people.size()];
    for (int i = 0; i < colourised.length; i++) {
      Box face = people.get(i).face();
      Raster photo = people.get(i).photo();
      colourised[i] = barer(person(Painted.grey(photo), face), photo, face);
    }
    print("colourised", colourised);
    assertThat(share(colourised, LOOKED_AT)).isZero();
  }

  /** The detector never gives twice the same box. */
  @Test
  void aFaceThatIsFoundALittleOffIsTheSamePerson() {
    double[] found = new double[people.size()];
    for (int i = 0; i < found.length; i++) {
      Box face = people.get(i).face();
      double by = face.side() * 0.05;
      Box off =
          new Box(
              face.left() - by,
              face.top() - by / 2,
              face.right() + by,
              face.bottom() + by,
              1,
              face.turns());
      Raster photo = people.get(i).photo();
      found[i] = barer(person(photo, face), photo, off);
    }
    print("a little off", found);
    assertThat(share(found, LOOKED_AT / 2)).isZero();
  }

  private static void harmless(String name, UnaryOperator<Raster> change) {
    double[] found = new double[people.size()];
    for (int i = 0; i < found.length; i++) {
      Box face = people.get(i).face();
      Raster photo = people.get(i).photo();
      found[i] = barer(person(photo, face), change.apply(photo), face);
    }
    print(name, found);
    assertThat(share(found, LOOKED_AT)).as(name).isZero();
  }

  private static Person person(Raster photo, Box face) {
    return Objects.requireNonNull(Person.of(photo, face));
  }

  private static double barer(Person before, Raster after, Box face) {
    Person now = Person.of(after, face);
    return now == null ? 0 : now.body().newlyBare(before.body());
  }

  private static double share(double[] found, double least) {
    long reached = Arrays.stream(found).filter(value -> value >= least).count();
    return (double) reached / found.length;
  }

  private static void print(String name, double[] found) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
    for (double value : found) {
      line.append(String.format(Locale.ROOT, " %.2f", value));
    }
    System.out.println(line);
  }
}
