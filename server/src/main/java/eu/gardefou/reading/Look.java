package eu.gardefou.reading;

import ai.onnxruntime.OrtException;
import eu.gardefou.media.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One picture being read. */
final class Look {
  /** Up to so many views are looked at as closely as one; more of them less closely. */
  private static final int CLOSELY = 4;

  private static final int LEAST = 300_000;

  private final TextFinder finder;
  private final Letters letters;
  private final Deadline deadline;
  private final List<Letters.Lying> lines = new ArrayList<>();
  private final List<int[]> sketches = new ArrayList<>();
  private final Set<String> codes = new LinkedHashSet<>();
  private double marks;

  Look(TextFinder finder, Letters letters, Deadline deadline) {
    this.finder = finder;
    this.letters = letters;
    this.deadline = deadline;
  }

  ReadingFindings at(List<Raster> views) throws OrtException, IOException {
    int fine = TextFinder.FINE;
    if (views.size() > CLOSELY) {
      fine = Math.max(LEAST, fine * CLOSELY / views.size());
    }
    for (Raster view : views) {
      deadline.check();
      codes.addAll(Codes.in(view, deadline));
      marks = Math.max(marks, Strokes.share(view));
      for (TextBox box : Rows.of(finder.find(view, fine, deadline))) {
        deadline.check();
        add(view, box);
      }
    }
    List<FoundText> texts = new ArrayList<>();
    for (String text : letters.read(lines, deadline)) {
      texts.add(new FoundText(FoundText.Source.OCR, text));
    }
    if (!codes.isEmpty()) {
      texts.add(new FoundText(FoundText.Source.QR, String.join(" ", codes)));
    }
    return new ReadingFindings(texts, marks, List.of());
  }

  /** A line that other frames show as well is read once. */
  private void add(Raster view, TextBox box) {
    @Nullable Strip likely = Strip.cut(view, box);
    if (likely == null) {
      return;
    }
    int[] sketch = likely.sketch();
    if (sketches.stream().anyMatch(other -> Strip.alike(other, sketch))) {
      return;
    }
    sketches.add(sketch);
    List<Strip> ways = new ArrayList<>(List.of(likely));
    add(ways, view, box.reversed());
    if (!box.isLong()) {
      add(ways, view, box.turned());
      add(ways, view, box.turned().reversed());
    }
    lines.add(new Letters.Lying(ways));
  }

  private static void add(List<Strip> ways, Raster view, TextBox box) {
    @Nullable Strip strip = Strip.cut(view, box);
    if (strip != null) {
      ways.add(strip);
    }
  }
}
