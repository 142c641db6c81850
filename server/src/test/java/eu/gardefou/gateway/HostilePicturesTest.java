package eu.gardefou.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Pictures that are made to cost much, through the front door: a clear answer of the client's own
 * fault, before anything is screened, and the gate serves on. What decoding itself refuses, and
 * with how little memory, is in {@code MediaRefusalsTest}, {@code WorkroomTest} and {@code
 * CorpusTest}.
 */
final class HostilePicturesTest {
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    server = GatewayServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aHugeCanvasIsRefusedByItsHeader() {
    assertRefused(png(30_000, 30_000, new byte[100]), "pixels");
  }

  /** All pixels are really there, in a file of about a hundred kilobytes. */
  @Test
  void aBombIsRefused() {
    byte[] file = png(30_000, 30_000, zeros(30_000L * (1 + 30_000 / 8)));
    assertThat(file).hasSizeLessThan(300_000);
    assertRefused(file, "pixels");
  }

  @Test
  void aTruncatedPictureIsRefused() {
    byte[] whole = Sketches.png(64, 64, 0x445566);
    assertRefused(Arrays.copyOf(whole, whole.length - 20), "");
  }

  @Test
  void aHundredThousandFramesAreRefused() {
    assertRefused(animation(100_000), "frames");
  }

  /** Its frames would share the looks that the one frame needs which goes on. */
  @Test
  void anAnimationIsNotEdited() {
    byte[] still = Sketches.png(8, 8, 0x445566);
    int before = server.screening.submissions.size();
    assertStillIsWanted("image", "edits", edit().file("image", animation(2)));
    assertStillIsWanted(
        "image[]", "edits", edit().file("image[]", still).file("image[]", animation(2)));
    assertStillIsWanted("image", "variations", new Multipart().file("image", animation(2)));
    Multipart masked = edit().file("image", still).file("mask", animation(2, true));
    assertStillIsWanted("mask", "edits", masked);
    assertThat(server.screening.submissions).hasSize(before);
  }

  @Test
  void aPictureOfOneFrameIsEditedHoweverItIsWritten() {
    HttpResponse<String> response =
        server.post("/v1/images/edits", edit().file("image", animation(1)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private static Multipart edit() {
    return new Multipart().text("prompt", "a hat");
  }

  private static void assertStillIsWanted(String param, String door, Multipart body) {
    HttpResponse<String> response = server.post("/v1/images/" + door, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(Answers.param(response)).isEqualTo(param);
    assertThat(Answers.error(response).path("message").stringValue()).contains("still picture");
  }

  private static void assertRefused(byte[] picture, String word) {
    Multipart body = new Multipart().text("prompt", "a hat").file("image", picture);
    HttpResponse<String> response = server.post("/v1/images/edits", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(Answers.param(response)).isEqualTo("image");
    assertThat(Answers.error(response).path("message").stringValue()).contains(word);
    Multipart ordinary =
        new Multipart().text("prompt", "a hat").file("image", Sketches.png(64, 64, 0x445566));
    assertThat(server.post("/v1/images/edits", ordinary).statusCode()).isLessThan(500);
  }

  private static byte[] png(int width, int height, byte[] deflated) {
    ByteArrayOutputStream file = begin(width, height);
    chunk(file, "IDAT", deflated);
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] animation(int frames) {
    return animation(frames, false);
  }

  private static byte[] animation(int frames, boolean transparent) {
    ByteArrayOutputStream file = begin(8, 8);
    if (transparent) {
      chunk(file, "tRNS", new byte[2]);
    }
    chunk(file, "acTL", ByteBuffer.allocate(8).putInt(frames).putInt(0).array());
    byte[] pixels = zeros(8 * 2);
    int number = 0;
    for (int i = 0; i < frames; i++) {
      ByteBuffer control = ByteBuffer.allocate(26).putInt(number++).putInt(8).putInt(8);
      chunk(file, "fcTL", control.putLong(0).putShort((short) 1).putShort((short) 10).array());
      if (i == 0) {
        chunk(file, "IDAT", pixels);
      } else {
        byte[] data = ByteBuffer.allocate(4 + pixels.length).putInt(number++).put(pixels).array();
        chunk(file, "fdAT", data);
      }
    }
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static ByteArrayOutputStream begin(int width, int height) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    // One bit of grey.
    byte[] kind = {1, 0, 0, 0, 0};
    chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(kind).array());
    return file;
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] zeros(long count) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    byte[] buffer = new byte[1 << 16];
    for (long left = count; left > 0; left -= some.length) {
      deflater.setInput(some, 0, (int) Math.min(left, some.length));
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
