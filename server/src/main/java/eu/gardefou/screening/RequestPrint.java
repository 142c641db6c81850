package eu.gardefou.screening;

import eu.gardefou.lineage.Asked;
import eu.gardefou.lineage.Seal;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request is known again by: its words without case, accents, spacing and punctuation, its
 * pictures and its mask. Size, number, quality and model do not make it another. With pictures it
 * is known whoever asks; words alone are common, so they count for one caller.
 */
record RequestPrint(Seal seal) {
  private static final int SIDE = 8;

  Asked of(Submission submission, String caller, String means) {
    List<String> texts = new ArrayList<>();
    texts.add(submission.text().prompt());
    texts.addAll(submission.text().companions());
    Picture mask = submission.mask();
    String kind = submission.kind().word() + (mask == null ? "" : "-masked");
    return new Asked(
        caller, kind, exact(submission, kind, caller), seal.sketch(texts), place(mask), means);
  }

  private byte[] exact(Submission submission, String kind, String caller) {
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(bytes(kind));
    pieces.add(bytes(submission.inputs().isEmpty() ? caller : ""));
    pieces.add(bytes(Seal.letters(submission.text().prompt())));
    // The numbers keep a companion from passing for a prompt, and a mask for a picture.
    pieces.add(bytes(Integer.toString(submission.text().companions().size())));
    submission.text().companions().forEach(text -> pieces.add(bytes(Seal.letters(text))));
    pieces.add(bytes(Integer.toString(submission.inputs().size())));
    submission.inputs().forEach(picture -> pieces.add(picture.canonicalPng().bytes()));
    Picture mask = submission.mask();
    if (mask != null) {
      pieces.add(mask.canonicalPng().bytes());
    }
    return seal.digest(pieces);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Where a mask is: transparent is what looks different on white and on black. */
  private static long place(@Nullable Picture mask) {
    if (mask == null || mask.frames().getFirst().views().size() < 2) {
      return 0;
    }
    Raster white = mask.frames().getFirst().views().get(0);
    Raster black = mask.frames().getFirst().views().get(1);
    int[] one = white.rgb();
    int[] other = black.rgb();
    long grid = 0;
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      int x = (2 * (cell % SIDE) + 1) * white.width() / (2 * SIDE);
      int y = (2 * (cell / SIDE) + 1) * white.height() / (2 * SIDE);
      int at = y * white.width() + x;
      grid |= one[at] == other[at] ? 0 : 1L << cell;
    }
    return grid;
  }
}
