package eu.gardefou.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.Provenance;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the banks say of a picture, and what a suppress bank says of that. */
final class MatchingCheckTest {
  private static final Caller CURATOR = new Caller("key:c0ffee");
  private static final Provenance HOTLINE = new Provenance("hotline", "");

  private final TestDatabase database = TestDatabase.fresh();
  private final Banks banks = new Banks(database.sql(), Clock.systemUTC());
  private final MatchingCheck check =
      new MatchingCheck(new Matching(database.sql(), Clock.systemUTC()));

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aMatchThatASuppressBankOverrulesIsToldAndIsNoMatch() throws IOException {
    try (Picture picture = new Media(MediaLimits.DEFAULT).decode(boxes())) {
      String entry = banks.add(Bank.KNOWN_ABUSE, picture, HOTLINE, CURATOR).id().toString();
      Signal match =
          new Signal.Match(
              Part.INPUT, 2, Bank.KNOWN_ABUSE, BankKind.KNOWN_ABUSE.word(), entry, 0, false);
      assertThat(check.look(Part.INPUT, 2, picture)).containsExactly(match);

      banks.make(BankSettings.of("harmless", BankKind.SUPPRESS), CURATOR);
      banks.add("harmless", picture, HOTLINE, CURATOR);
      List<Signal> signals = check.look(Part.INPUT, 2, picture);
      assertThat(signals)
          .containsExactly(
              new Signal.Overruled(
                  Part.INPUT,
                  2,
                  Bank.KNOWN_ABUSE,
                  BankKind.KNOWN_ABUSE.word(),
                  entry,
                  0,
                  "harmless"));
      assertThat(SignalJson.of(signals.getFirst()))
          .containsEntry("signal", "overruled-match")
          .containsEntry("bank", Bank.KNOWN_ABUSE)
          .containsEntry("entry", entry)
          .containsEntry("overruled_by", "harmless");
    }
  }

  /** Boxes in many colours: enough detail for a hash. */
  private static byte[] boxes() throws IOException {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200; i++) {
      pen.setColor(new Color(random.nextInt(0x1000000)));
      pen.fillRect(
          random.nextInt(300), random.nextInt(220), 20 + random.nextInt(60), random.nextInt(60));
    }
    pen.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "png", file);
    return file.toByteArray();
  }
}
