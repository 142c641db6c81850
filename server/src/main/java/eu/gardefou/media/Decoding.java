package eu.gardefou.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes a file whose structure is known: parts to canvases to upright frames and their views. */
final class Decoding {
  private final Layout layout;
  private final byte[] file;
  private final Guard guard;
  private final MemoryBudget.Share share;
  private final List<Frame> frames = new ArrayList<>();
  private @Nullable Finished first;
  private @Nullable Pixels last;

  Decoding(Layout layout, byte[] file, Guard guard, MemoryBudget.Share share) {
    this.layout = layout;
    this.file = file;
    this.guard = guard;
    this.share = share;
  }

  Picture picture() throws Exception {
    for (Sheet sheet : layout.sheets()) {
      decode(sheet);
    }
    Finished firstFrame = first;
    if (firstFrame == null) {
      throw Refusal.damaged("it has no frame");
    }
    share.shrinkTo(layout.memoryKept());
    return new Picture(
        layout.format().plainName(),
        frames,
        firstFrame.stored(),
        FileDigests.of(file),
        new FirstFramePng(firstFrame.upright(), share));
  }

  private void decode(Sheet sheet) throws Exception {
    Colours.Conversion conversion = sheet.colours().open();
    Canvas canvas = null;
    for (Part part : sheet.parts()) {
      guard.check();
      Pixels pixels = part.still().decode(guard);
      if (pixels.width() != part.width() || pixels.height() != part.height()) {
        throw Refusal.damaged("its parts differ in size");
      }
      if (sheet.parts().size() > 1 || part.area() != sheet.area()) {
        canvas = canvas == null ? new Canvas(sheet.width(), sheet.height()) : canvas;
        pixels = canvas.show(part, pixels);
      }
      add(Finished.of(pixels, sheet.orientation(), conversion, share, guard));
    }
  }

  private void add(Finished finished) {
    Pixels previous = last;
    boolean same = previous != null && looksLike(previous, finished.upright());
    frames.add(same ? frames.getLast() : finished.frame());
    last = finished.upright();
    if (first == null) {
      first = finished;
    }
  }

  private static boolean looksLike(Pixels one, Pixels other) {
    return one.width() == other.width()
        && one.alpha() == other.alpha()
        && one.otherReading() == null
        && other.otherReading() == null
        && Arrays.equals(one.argb(), other.argb());
  }
}
