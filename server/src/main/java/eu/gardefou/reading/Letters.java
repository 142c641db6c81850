package eu.gardefou.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * Reads strips in three scripts. Five models are enough for the languages of the Union and more: a
 * model of the wrong script is unsure of every letter, and one of another language in the right
 * script reads nearly everything.
 */
final class Letters {
  /** Two readings of Latin, two of Cyrillic: what one model has no letters for, the other has. */
  private static final List<String> FIRST = List.of("fra", "ell", "bel");

  private static final String MORE_LATIN = "ces";
  private static final String MORE_CYRILLIC = "bul";
  private static final double READABLE = 55;
  private static final double WELL_READ = 75;

  private final Tesseract tesseract;
  private final ExecutorService threads;

  Letters(Tesseract tesseract, ExecutorService threads) {
    this.tesseract = tesseract;
    this.threads = threads;
  }

  /**
   * A line and how else it could lie.
   *
   * @param ways the likely one first
   */
  record Lying(List<Strip> ways) {}

  /** The words of all lines in their order; a second text where a line has a second reading. */
  List<String> read(List<Lying> lines, Deadline deadline) throws IOException {
    List<List<Line>> readings = new ArrayList<>();
    List<Integer> unread = new ArrayList<>();
    List<Strip> strips = lines.stream().map(line -> line.ways().getFirst()).toList();
    List<List<Line>> likely = readOneWay(strips, deadline);
    for (int i = 0; i < lines.size(); i++) {
      readings.add(likely.get(i));
      if (lines.get(i).ways().size() > 1 && best(likely.get(i)).certainty() < WELL_READ) {
        unread.add(i);
      }
    }
    readOtherWays(lines, unread, readings, deadline);
    return texts(readings);
  }

  private void readOtherWays(
      List<Lying> lines, List<Integer> unread, List<List<Line>> readings, Deadline deadline)
      throws IOException {
    List<Integer> owners = new ArrayList<>();
    List<Strip> strips = new ArrayList<>();
    for (int i : unread) {
      for (Strip way : lines.get(i).ways().subList(1, lines.get(i).ways().size())) {
        owners.add(i);
        strips.add(way);
      }
    }
    List<List<Line>> others = readOneWay(strips, deadline);
    for (int k = 0; k < others.size(); k++) {
      int i = owners.get(k);
      if (best(others.get(k)).certainty() > best(readings.get(i)).certainty()) {
        readings.set(i, others.get(k));
      }
    }
  }

  /** For each strip its readings, at least one. */
  private List<List<Line>> readOneWay(List<Strip> strips, Deadline deadline) throws IOException {
    if (strips.isEmpty()) {
      return List.of();
    }
    List<List<Line>> scripts = withAll(FIRST, strips, deadline);
    List<List<Line>> readings = new ArrayList<>();
    List<Integer> latin = new ArrayList<>();
    List<Integer> cyrillic = new ArrayList<>();
    for (int i = 0; i < strips.size(); i++) {
      int strip = i;
      int script =
          IntStream.range(0, FIRST.size())
              .boxed()
              .max(Comparator.comparingDouble(s -> scripts.get(s).get(strip).certainty()))
              .orElseThrow();
      readings.add(new ArrayList<>(List.of(scripts.get(script).get(i))));
      switch (script) {
        case 0 -> latin.add(i);
        case 2 -> cyrillic.add(i);
        default -> {}
      }
    }
    CompletableFuture<List<Line>> again = start(MORE_LATIN, pick(strips, latin), deadline);
    add(readings, cyrillic, start(MORE_CYRILLIC, pick(strips, cyrillic), deadline));
    add(readings, latin, again);
    return readings;
  }

  private static List<Strip> pick(List<Strip> strips, List<Integer> which) {
    return which.stream().map(strips::get).toList();
  }

  private static void add(
      List<List<Line>> readings, List<Integer> which, CompletableFuture<List<Line>> more)
      throws IOException {
    List<Line> lines = result(more);
    for (int k = 0; k < which.size(); k++) {
      readings.get(which.get(k)).add(lines.get(k));
    }
  }

  private List<List<Line>> withAll(List<String> models, List<Strip> strips, Deadline deadline)
      throws IOException {
    List<CompletableFuture<List<Line>>> started =
        models.stream().map(model -> start(model, strips, deadline)).toList();
    List<List<Line>> all = new ArrayList<>();
    for (CompletableFuture<List<Line>> one : started) {
      all.add(result(one));
    }
    return all;
  }

  private CompletableFuture<List<Line>> start(String model, List<Strip> strips, Deadline deadline) {
    if (strips.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return tesseract.read(strips, model, deadline);
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        },
        threads);
  }

  private static List<Line> result(CompletableFuture<List<Line>> future) throws IOException {
    try {
      return future.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case Deadline.Passed passed -> throw passed;
        case UncheckedIOException broken -> throw new IOException(broken.getCause());
        case null, default -> throw failed;
      }
    }
  }

  private static Line best(List<Line> readings) {
    return readings.stream().max(Comparator.comparingDouble(Line::certainty)).orElse(Line.NOTHING);
  }

  private static List<String> texts(List<List<Line>> readings) {
    StringBuilder text = new StringBuilder();
    StringBuilder other = new StringBuilder();
    for (List<Line> line : readings) {
      List<Line> surest =
          line.stream()
              .filter(reading -> reading.certainty() >= READABLE && !reading.words().isBlank())
              .sorted(Comparator.comparingDouble(Line::certainty).reversed())
              .toList();
      if (!surest.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(surest.getFirst().words());
        other.append(other.isEmpty() ? "" : " ").append(surest.getLast().words());
      }
    }
    if (text.isEmpty()) {
      return List.of();
    }
    return text.compareTo(other) == 0
        ? List.of(text.toString())
        : List.of(text.toString(), other.toString());
  }
}
