package eu.gardefou.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Fields, whichever content type they come in. */
final class FormTest {
  private static final Set<String> FIELDS = Set.of("prompt", "n", "stream", "images", "mask");

  @Test
  void jsonFieldsHaveExactTypes() {
    Form form = json("{\"prompt\":\"a kite\",\"n\":3,\"stream\":true,\"mask\":null}");
    assertThat(form.text("prompt", 10)).isEqualTo("a kite");
    assertThat(form.whole("n", 1, 10)).isEqualTo(3);
    assertThat(form.flag("stream")).isTrue();
    assertThat(form.mask()).isNull();
    assertThatThrownBy(() -> form.text("n", 10)).isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> form.flag("n")).isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> form.whole("prompt", 1, 10)).isInstanceOf(BadRequest.class);
  }

  @Test
  void lengthsAreCountedInCharactersNotInHalves() {
    Form form = json("{\"prompt\":\"🪁🪁🪁\"}");
    assertThat(form.text("prompt", 3)).hasSize(6);
    assertThatThrownBy(() -> form.text("prompt", 2)).isInstanceOf(BadRequest.class);
  }

  @Test
  void anyDamageToJsonIsABadRequestOrStillAnObject() {
    String whole =
        "{\"prompt\":\"a \\u00e9 kite\",\"n\":3,\"images\":[{\"image_url\":\"data:;base64,AA==\"}]}";
    var random = new SplittableRandom(11);
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      try {
        Form form = Form.of(body("application/json", bytes), FIELDS, Set.of());
        form.text("prompt", 100);
        form.whole("n", 0, 9);
        form.pictures();
      } catch (BadRequest e) {
        assertThat(e.sentence()).isNotBlank().doesNotContain("kite");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/",
        "a b/c",
        "text/plain; ",
        "text/plain; charset",
        "text/plain; charset=",
        "text/plain; charset=\"utf-8",
        "text/plain; charset=\"utf-8\\",
        "text/plain; charset=utf-8; charset=utf-7",
        "text/plain, text/html",
        "text/plain; charset=utf-8 x"
      })
  void aHeaderThatIsNotProperIsNotGuessedAt(String header) {
    if (header.equals("text/")) {
      assertThat(HeaderValue.parse(header).value()).isEqualTo("text/");
    } else {
      assertThatThrownBy(() -> HeaderValue.parse(header)).isInstanceOf(BadRequest.class);
    }
  }

  @Test
  void aHeaderIsReadWithItsQuotes() {
    HeaderValue value = HeaderValue.parse("Form-Data ; Name=\"a\\\"b; c\" ; filename*=utf-8''x");
    assertThat(value.value()).isEqualTo("form-data");
    assertThat(value.parameter("name")).isEqualTo("a\"b; c");
    assertThat(value.parameter("filename*")).isEqualTo("utf-8''x");
  }

  @Test
  void aFullRoomTurnsAwayAndAnEmptiedOneTakes() {
    var room = new BodyRoom(8_000);
    byte[] body = "{\"prompt\":\"%s\"}".formatted("x".repeat(700)).getBytes(StandardCharsets.UTF_8);
    Body first = read(request("application/json", body), 10_000, room);
    var thrown =
        catchThrowableOfType(
            BadRequest.class, () -> read(request("application/json", body), 10_000, room));
    assertThat(thrown.kind()).isEqualTo(BadRequest.Kind.BUSY);
    first.close();
    first.close();
    try (Body second = read(request("application/json", body), 10_000, room)) {
      assertThat(second.bytes()).isEqualTo(body);
    }
  }

  @Test
  void aBodyThatIsRefusedLeavesNothingInTheRoom() {
    var room = new BodyRoom(8_000);
    for (int i = 0; i < 100; i++) {
      MockHttpServletRequest longer = request("application/json", new byte[900]);
      assertThatThrownBy(() -> read(longer, 500, room))
          .isInstanceOfSatisfying(
              BadRequest.class, bad -> assertThat(bad.kind()).isEqualTo(BadRequest.Kind.TOO_LARGE));
    }
    assertThat(room.free()).isEqualTo(8_000);
    read(request("application/json", new byte[900]), 1_000, room).close();
  }

  @Test
  void aBodyThatCouldNeverFitIsTooLongRatherThanTooEarly() {
    var room = new BodyRoom(8_000);
    assertThatThrownBy(() -> read(request("application/json", new byte[1_001]), 9_000, room))
        .isInstanceOfSatisfying(
            BadRequest.class, bad -> assertThat(bad.kind()).isEqualTo(BadRequest.Kind.TOO_LARGE));
  }

  private static Form json(String text) {
    return Form.of(
        body("application/json", text.getBytes(StandardCharsets.UTF_8)), FIELDS, Set.of());
  }

  private static Body body(String type, byte[] bytes) {
    return read(request(type, bytes), 1 << 20, new BodyRoom(1 << 30));
  }

  private static Body read(MockHttpServletRequest request, long most, BodyRoom room) {
    return new Bodies(room, Pace.USUAL).read(request, most, "key:test");
  }

  private static MockHttpServletRequest request(String type, byte[] bytes) {
    var request = new MockHttpServletRequest();
    request.setContent(bytes);
    request.setContentType(type);
    return request;
  }
}
