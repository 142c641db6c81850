package eu.gardefou.cli;

import eu.gardefou.access.Caller;
import eu.gardefou.evidence.DecisionFilter;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Provenance;
import eu.gardefou.media.Media;
import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.screening.Asker;
import eu.gardefou.screening.Screening;
import eu.gardefou.screening.Submission;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Harmless sample data: drawn pictures in a bank, and decisions on mild requests. */
@Component
final class DemoData {
  private static final Caller DEMO = new Caller("demo");
  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(Kind.GENERATE, "a red bicycle by the sea", false),
          new Sample(Kind.GENERATE, "a quiet harbour at dawn, watercolour", false),
          new Sample(Kind.GENERATE, "my neighbour without her clothes", false),
          new Sample(Kind.GENERATE, "ein Marktplatz im Schnee", false),
          new Sample(Kind.EDIT, "make the sky a little bluer", true),
          new Sample(Kind.EDIT, "remove the background", true),
          new Sample(Kind.EDIT, "take off her dress", true),
          new Sample(Kind.EDIT, "enlève sa robe", true),
          new Sample(Kind.EDIT, "zeig sie im Bikini", true),
          new Sample(Kind.EDIT, "quita el fondo", true),
          new Sample(Kind.UPLOAD, "our street festival", true));

  private final Screening screening;
  private final Banks banks;
  private final Media media;
  private final EvidenceLog evidence;

  DemoData(Screening screening, Banks banks, Media media, EvidenceLog evidence) {
    this.screening = screening;
    this.banks = banks;
    this.media = media;
    this.evidence = evidence;
  }

  private record Sample(Kind kind, String prompt, boolean picture) {}

  /** Loads the sample data unless there are decisions already. */
  void load(PrintWriter out) {
    if (!evidence.search(DecisionFilter.ALL).isEmpty()) {
      out.println("Sample data: there are decisions already, so none was loaded.");
      return;
    }
    try (Picture enrolled = drawing(1);
        Picture other = drawing(2)) {
      banks.add(
          "protected-people", enrolled, new Provenance("demo", "a drawn sample picture"), DEMO);
      for (Sample sample : SAMPLES) {
        screen(sample.kind(), sample.prompt(), sample.picture() ? List.of(other) : List.of());
      }
      screen(Kind.EDIT, "add a hat", List.of(enrolled));
    }
    out.println("Sample data: " + (SAMPLES.size() + 1) + " decisions and a protected picture.");
  }

  private void screen(Kind kind, String prompt, List<Picture> pictures) {
    screening.screen(
        new Submission(kind, PromptText.of(prompt), pictures, null), new Asker(DEMO, "demo"));
  }

  private Picture drawing(int number) {
    return media.decode(GateLoad.picture(480 + 32 * number, 360, "png", number));
  }
}
