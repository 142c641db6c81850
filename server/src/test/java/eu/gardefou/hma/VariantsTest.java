package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Copies that upstream's one hash does not find: mirrored ones, and those in a later frame. */
final class VariantsTest {
  private static final String HEADER = "X-Gardefou-Not-Assessed";

  private final HmaGate hma = HmaGate.shared();

  @Test
  void aMirroredCopyIsFoundByWhoeverAsksForVariants() throws IOException {
    String bank = hma.newBank();
    String id = bankWith(bank, 71);
    byte[] mirrored = mirrored(HmaGate.drawing(71));
    String path = "/m/lookup?banks=" + bank;

    assertThat(lookedUp(path, mirrored).path("pdq")).hasToString("{}");
    JsonNode match = lookedUp(path + "&variants=true", mirrored).path("pdq").path(bank).path(0);
    assertThat(match.path("bank_content_id").asString()).isEqualTo(id);
    assertThat(match.path("distance").isString()).isTrue();
    assertThat(match.path("variant").path("pose").asString()).isEqualTo("flipy");
    assertThat(match.path("variant").propertyNames())
        .containsExactly("frame", "view", "trimmed", "pose");
  }

  @Test
  void aLaterFrameIsFoundOrSaidNotToBeLookedAt() throws IOException {
    String bank = hma.newBank();
    bankWith(bank, 73);
    byte[] moving = gif(HmaGate.drawing(72), HmaGate.drawing(73));
    String path = "/m/lookup?types=pdq&banks=" + bank;

    HttpResponse<String> plain = hma.form(path, "photo", moving);
    assertThat(plain.headers().firstValue(HEADER)).contains("frames");
    assertThat(plain.body()).isEqualTo("{\"pdq\":{}}");
    HttpResponse<String> all = hma.form(path + "&variants=true", "photo", moving);
    assertThat(all.headers().firstValue(HEADER)).isEmpty();
    JsonNode match = HmaGate.json(all).path("pdq").path(bank).path(0);
    assertThat(match.path("variant").path("frame").asInt()).isEqualTo(1);
  }

  @Test
  void banksThatAreNotNamedOrNotAskedStaySilent() {
    String bank = hma.newBank();
    String other = hma.newBank();
    bankWith(bank, 74);
    String path = "/m/lookup?signal_type=pdq&variants=true&url=" + hma.picture(74) + "&banks=";

    assertThat(hma.json(path + bank).has(bank)).isTrue();
    assertThat(hma.json(path + other)).hasToString("{}");
    hma.send("PUT", "/c/bank/" + bank, "{\"enabled_ratio\":0}");
    assertThat(hma.json(path + bank)).hasToString("{}");
    assertThat(hma.json(path + bank + "&bypass_coinflip=true").has(bank)).isTrue();
  }

  @Test
  void whereThereIsNothingToTurnTheyAreRefused() {
    for (String query :
        new String[] {
          "signal_type=pdq&signal=" + "5".repeat(64),
          "types=md5&url=" + hma.picture(71),
          "url=" + hma.video("71")
        }) {
      assertThat(hma.get("/m/lookup?variants=true&" + query).statusCode()).isEqualTo(400);
    }
  }

  private String bankWith(String bank, long seed) {
    String add = "/c/bank/" + bank + "/content";
    return HmaGate.json(hma.form(add, "photo", HmaGate.drawing(seed))).path("id").asString();
  }

  private JsonNode lookedUp(String path, byte[] photo) {
    return HmaGate.json(hma.form(path, "photo", photo));
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static byte[] mirrored(byte[] file) throws IOException {
    BufferedImage image = read(file);
    int width = image.getWidth();
    var turned = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
    turned.createGraphics().drawImage(image, width, 0, -width, image.getHeight(), null);
    var out = new ByteArrayOutputStream();
    ImageIO.write(turned, "png", out);
    return out.toByteArray();
  }

  private static byte[] gif(byte[]... frames) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (byte[] frame : frames) {
        writer.writeToSequence(new IIOImage(read(frame), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
