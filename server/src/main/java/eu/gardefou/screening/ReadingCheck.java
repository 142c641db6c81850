package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import eu.gardefou.prompts.Concept;
import eu.gardefou.prompts.PromptFinding;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.reading.FoundText;
import eu.gardefou.reading.Reader;
import eu.gardefou.reading.ReadingBusy;
import eu.gardefou.reading.ReadingFindings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what stands in a picture as words of the request. It can only add findings. Of the words
 * nothing is kept; that nobody knows their language says nothing, since letters can be misread.
 */
record ReadingCheck(Reader reader, Prompts prompts) implements PictureCheck {
  private static final String TOGETHER = "request+";

  /** A result asks for nothing. When it comes back as an input, it is read. */
  private static final String NO_REQUEST = "no-request";

  @Override
  public String name() {
    return "reading";
  }

  @Override
  public List<Signal> look(Signal.Part part, int index, Picture picture) {
    return look(part, index, picture, new AllWords(PromptText.of("")));
  }

  @Override
  public List<Signal> look(Signal.Part part, int index, Picture picture, AllWords words) {
    if (part == Signal.Part.OUTPUT) {
      return List.of();
    }
    ReadingFindings found;
    try {
      found = reader.read(picture);
    } catch (ReadingBusy busy) {
      throw new ScreeningBusy(busy);
    }
    List<Signal> signals = new ArrayList<>();
    if (found.marks() > 0) {
      signals.add(new Signal.Marks(part, index, found.marks()));
    }
    if (!found.texts().isEmpty()) {
      addWords(part, index, found.texts(), words, signals);
    }
    for (String why : found.missing()) {
      signals.add(new Signal.NotAssessed(part, name(), why));
    }
    return signals;
  }

  @Override
  public List<Signal.Checked> checked(Signal.Part part, int index, List<Signal> found) {
    if (part == Signal.Part.OUTPUT) {
      return List.of(new Signal.Checked(part, index, name(), false, NO_REQUEST));
    }
    for (Signal signal : found) {
      if (signal instanceof Signal.NotAssessed gap) {
        return List.of(new Signal.Checked(part, index, name(), false, gap.why()));
      }
    }
    String why = found.isEmpty() ? "nothing-found" : "";
    return List.of(new Signal.Checked(part, index, name(), true, why));
  }

  private void addWords(
      Signal.Part part, int index, List<FoundText> texts, AllWords words, List<Signal> signals) {
    Map<Concept, Double> known = new EnumMap<>(Concept.class);
    note(prompts.read(words.request()).findings(), known);
    for (FoundText.Source source : FoundText.Source.values()) {
      List<String> apart =
          texts.stream().filter(t -> t.source() == source).map(FoundText::text).toList();
      add(new PromptText("", apart), part, source.word(), known, signals);
    }
    PromptText together = words.with(index, texts.stream().map(FoundText::text).toList());
    String source = TOGETHER + texts.getFirst().source().word();
    add(together, part, source, known, signals);
  }

  /** Only what was not known before, or not as strongly. */
  private void add(
      PromptText text,
      Signal.Part part,
      String source,
      Map<Concept, Double> known,
      List<Signal> signals) {
    if (text.isEmpty()) {
      return;
    }
    boolean misread = source.endsWith(FoundText.Source.OCR.word());
    List<PromptFinding> findings =
        prompts.read(text).findings().stream()
            // Letters that were misread look like anything on the whole.
            .filter(finding -> !misread || !finding.isGist())
            .toList();
    for (PromptFinding finding : findings) {
      // Whatever is wrapped in a code is unwrapped and read; that it was wrapped is a code's
      // nature.
      boolean news = finding.strength() > known.getOrDefault(finding.concept(), 0.0);
      if (news && finding.concept() != Concept.HIDDEN_TEXT) {
        signals.add(
            new Signal.Text(
                finding.concept().word(),
                finding.strength(),
                finding.rule(),
                finding.language(),
                part,
                source));
      }
    }
    note(findings, known);
  }

  private static void note(List<PromptFinding> findings, Map<Concept, Double> known) {
    findings.forEach(finding -> known.merge(finding.concept(), finding.strength(), Math::max));
  }
}
