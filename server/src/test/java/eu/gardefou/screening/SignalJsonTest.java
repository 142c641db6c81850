package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.gardefou.policy.Signal;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is written of a signal can be read back, whichever kind it is of, and nothing else can. */
final class SignalJsonTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> TEXTS =
      List.of("", "explicit", "fr:undress-1", "NaN", "null", "a \"b\" \\ c", "é ☂ 𝄞", "+");
  private static final double[] NUMBERS = {
    0, 1, 0.1, 1e-300, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 17
  };

  static Stream<Class<?>> kinds() {
    return Arrays.stream(Signal.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsWrittenIsReadBack(Class<?> kind) throws Exception {
    Random random = new Random(kind.getName().hashCode());
    for (int i = 0; i < 500; i++) {
      Signal signal = random(kind, random);
      String text = JSON.writeValueAsString(SignalJson.of(signal));
      JsonNode json = JSON.readTree(text);
      assertThat(StoredSignal.of(json)).isEqualTo(signal);
      assertThat(JSON.writeValueAsString(SignalJson.of(StoredSignal.of(json)))).isEqualTo(text);
      assertThat(StoredSignal.olderShape(json)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsChangedIsNotGuessedAt(Class<?> kind) throws Exception {
    Random random = new Random(3);
    ObjectNode json = written(random(kind, random));
    assertUnreadable(json.deepCopy().put("more", 1));
    assertUnreadable(json.deepCopy().put("signal", "of-another-time"));
    for (String field : json.propertyNames()) {
      if (!List.of("view", "age_unknown", "bared").contains(field)) {
        assertUnreadable(json.deepCopy().without(List.of(field)));
      }
      ObjectNode another = json.deepCopy();
      another.putArray(field);
      assertUnreadable(another);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "{}",
        "{\"signal\":7}",
        "{\"signal\":\"unhashable\",\"part\":\"side\",\"index\":0,\"quality\":1}",
        "{\"signal\":\"unhashable\",\"part\":\"input\",\"index\":0.5,\"quality\":1}",
        "{\"signal\":\"unhashable\",\"part\":\"input\",\"index\":99999999999,\"quality\":1}"
      })
  void whatIsNoSignalIsNone(String text) {
    assertUnreadable(JSON.readTree(text));
  }

  @Test
  void aScoreOfAnEarlierVersionIsReadAndNamed() {
    Signal.Score score =
        new Signal.Score(Signal.Part.INPUT, 0, "explicit", 0.5, "one", "v", "whole");
    ObjectNode json = written(score);
    json.remove("view");
    assertThat(StoredSignal.of(json)).isEqualTo(score);
    assertThat(StoredSignal.olderShape(json)).isPresent();
  }

  @Test
  void aFaceOfAnEarlierVersionIsReadAndNamed() {
    Signal.Face face = new Signal.Face(Signal.Part.INPUT, 0, 0.9, 40, "faces", "v");
    ObjectNode json = written(face);
    json.remove("age_unknown");
    assertThat(StoredSignal.of(json)).isEqualTo(face);
    assertThat(StoredSignal.olderShape(json)).isPresent();
    json.putNull("youngest");
    assertThat(StoredSignal.of(json))
        .isInstanceOfSatisfying(
            Signal.Face.class, unknown -> assertThat(unknown.ageUnknown()).isTrue());
  }

  @Test
  void wordsOfAnEarlierVersionAreReadAndNamed() {
    Signal.Text text = new Signal.Text("undress", 0.5, "fr:undress-1", "fr");
    ObjectNode json = written(text);
    json.remove(List.of("part", "source"));
    assertThat(StoredSignal.of(json)).isEqualTo(text);
    assertThat(StoredSignal.olderShape(json)).isPresent();
  }

  @Test
  void stepsOfAnEarlierVersionAreReadAndNamed() {
    Signal.Lineage past = new Signal.Lineage(3, 1, 0.3, 0);
    ObjectNode json = written(past);
    json.remove("bared");
    assertThat(StoredSignal.of(json)).isEqualTo(past);
    assertThat(StoredSignal.olderShape(json)).isPresent();
  }

  private static ObjectNode written(Signal signal) {
    return (ObjectNode) JSON.readTree(JSON.writeValueAsString(SignalJson.of(signal)));
  }

  private static void assertUnreadable(JsonNode json) {
    assertThatExceptionOfType(UnreadableSignal.class)
        .as("%s", json)
        .isThrownBy(() -> StoredSignal.of(json));
  }

  private static Signal random(Class<?> kind, Random random) throws Exception {
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = kind.getDeclaredConstructor(types);
    return (Signal)
        constructor.newInstance(Arrays.stream(types).map(type -> value(type, random)).toArray());
  }

  private static Object value(Class<?> type, Random random) {
    if (type == String.class) {
      return TEXTS.get(random.nextInt(TEXTS.size()));
    }
    if (type == double.class) {
      return random.nextBoolean() ? random.nextDouble() : NUMBERS[random.nextInt(NUMBERS.length)];
    }
    if (type == int.class) {
      return random.nextInt(200);
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    throw new IllegalArgumentException("a signal has a component of a new type: " + type);
  }
}
