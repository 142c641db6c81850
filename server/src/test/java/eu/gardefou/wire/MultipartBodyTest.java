package eu.gardefou.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Random bodies against the list that they were written from, and random damage. */
final class MultipartBodyTest {
  private static final String BOUNDARY = "----b0undary";

  @SuppressWarnings("ArrayRecordComponent") // compared piece by piece
  private record Written(String name, byte[] content) {}

  @Test
  void readsWhatWasWritten() {
    var random = new SplittableRandom(20_260_101);
    for (int round = 0; round < 500; round++) {
      List<Written> written = written(random);
      List<Part> parts = MultipartBody.parts(body(bytes(written)));
      assertThat(parts)
          .extracting(Part::name)
          .isEqualTo(written.stream().map(Written::name).toList());
      for (int i = 0; i < parts.size(); i++) {
        assertThat(parts.get(i).bytes()).isEqualTo(written.get(i).content());
      }
    }
  }

  @Test
  void damageIsABadRequestOrStillABody() {
    var random = new SplittableRandom(7);
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = damaged(random, bytes(written(random)));
      try {
        for (Part part : MultipartBody.parts(body(bytes))) {
          assertThat(part.bytes()).hasSizeLessThanOrEqualTo(bytes.length);
        }
      } catch (BadRequest e) {
        assertThat(e.sentence()).isNotBlank().doesNotContain(BOUNDARY);
        refused++;
      }
    }
    assertThat(refused).isBetween(1_000, 4_900);
  }

  @Test
  void everyBeginningOfABodyIsRefused() {
    byte[] whole = bytes(written(new SplittableRandom(3)));
    // The line break after the end may be missing.
    for (int length = 0; length < whole.length - 2; length++) {
      Body cut = body(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> MultipartBody.parts(cut)).isInstanceOf(BadRequest.class);
    }
  }

  @Test
  void aPartThatLooksLikeABoundaryIsContentUnlessItIsOne() {
    byte[] content = ascii("x--" + BOUNDARY + "\r\n--" + BOUNDARY.substring(0, 5) + "\r\n-");
    List<Part> parts = MultipartBody.parts(body(bytes(List.of(new Written("image", content)))));
    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().bytes()).isEqualTo(content);
  }

  private static List<Written> written(SplittableRandom random) {
    List<Written> written = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      byte[] content = new byte[random.nextInt(200)];
      for (int j = 0; j < content.length; j++) {
        // Many line breaks and dashes, the stuff that boundaries are made of.
        content[j] =
            (byte)
                (random.nextInt(3) == 0 ? "\r\n-b".charAt(random.nextInt(4)) : random.nextInt(256));
      }
      written.add(new Written("field" + random.nextInt(4), content));
    }
    return written;
  }

  private static byte[] bytes(List<Written> written) {
    var out = new ByteArrayOutputStream();
    for (Written part : written) {
      out.writeBytes(
          ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name()));
      out.writeBytes(ascii("\"; filename=\"x\"\r\nContent-Type: image/png\r\n\r\n"));
      out.writeBytes(part.content());
      out.writeBytes(ascii("\r\n"));
    }
    out.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
    return out.toByteArray();
  }

  private static byte[] damaged(SplittableRandom random, byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(3)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
      default -> {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, shorter, at, bytes.length - at - 1);
        yield shorter;
      }
    };
  }

  private static Body body(byte[] bytes) {
    var request = new MockHttpServletRequest();
    request.setContent(bytes);
    request.setContentType("multipart/form-data; boundary=" + BOUNDARY);
    return new Bodies(new BodyRoom(1 << 30), Pace.USUAL).read(request, 1 << 20, "key:test");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
