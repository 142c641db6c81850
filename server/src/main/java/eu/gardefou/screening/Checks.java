package eu.gardefou.screening;

import eu.gardefou.media.Inside;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.Picture;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Checked;
import eu.gardefou.policy.Signal.NotAssessed;
import eu.gardefou.policy.Signal.Part;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.wire.Belongings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Runs every check on every part of a submission, side by side, and collects what they found.
 *
 * <p>The invariant: each check leaves at least its findings or a {@link NotAssessed} for each part
 * it was asked about. A check that throws, hangs or cannot read its input is never silence.
 */
final class Checks {
  /** What looks at that which went before. */
  static final String LINEAGE = "lineage";

  private static final String WORDS = "prompts";

  private final Media media;
  private final Function<PromptText, List<Signal>> words;
  private final List<PictureCheck> pictureChecks;
  private final EditCheck comparison;
  private final SideBySide checking;

  /**
   * Creates the set of checks.
   *
   * @param words reads a written request
   * @param comparison of results with what came
   * @param patience how long all checks of one submission may take together
   */
  Checks(
      Media media,
      Function<PromptText, List<Signal>> words,
      List<PictureCheck> pictureChecks,
      EditCheck comparison,
      Duration patience) {
    this.comparison = comparison;
    this.media = media;
    this.words = words;
    this.pictureChecks = List.copyOf(pictureChecks);
    checking = new SideBySide(patience);
  }

  /** What is known of a request: its words, its pictures, and its mask, which is a picture too. */
  List<Signal> ofRequest(Submission submission) {
    return ofRequest(submission, List::of);
  }

  /**
   * The same, and what went before.
   *
   * @param before looks it up
   */
  List<Signal> ofRequest(Submission submission, Callable<List<Signal>> before) {
    List<Picture> pictures = new ArrayList<>(submission.inputs());
    List<Task> tasks = new ArrayList<>();
    Picture mask = submission.mask();
    if (mask != null) {
      pictures.add(mask);
      tasks.add(new Task(Part.INPUT, 0, "mask", () -> openPart(mask)));
    }
    tasks.add(wordsTask(submission.text()));
    tasks.add(new Task(Part.INPUT, 0, LINEAGE, before));
    var words = new AllWords(submission.text());
    var turns = new InTurn();
    for (int i = 0; i < pictures.size(); i++) {
      addPictureTasks(tasks, Part.INPUT, i, pictures.get(i), words, turns);
    }
    // What goes on record and to the upstream is encoded meanwhile, not after the last check.
    for (int i = 0; i < pictures.size(); i++) {
      tasks.add(encoding(i, pictures.get(i)));
    }
    return checking.run(tasks);
  }

  /**
   * What is known of an upstream's answer, with its pictures as far as they could be decoded. What
   * was drawn was paid for, and would be drawn again if it were asked for again: so its checks wait
   * for room as long as they may take, and what got none was not assessed.
   *
   * @param inputs the pictures that came with the request
   * @param belongings closes the pictures
   */
  Result ofResult(
      List<Picture> inputs, List<byte[]> files, List<String> texts, Belongings belongings) {
    List<Signal> signals = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    List<Task> tasks = new ArrayList<>();
    var said = new PromptText("", texts);
    if (!texts.isEmpty()) {
      tasks.add(wordsTask(said));
    }
    var words = new AllWords(said);
    var turns = new InTurn();
    for (int i = 0; i < files.size(); i++) {
      try {
        Picture picture = checking.insist(media, files.get(i));
        belongings.add(picture::close);
        pictures.add(picture);
        addPictureTasks(tasks, Part.OUTPUT, i, picture, words, turns);
        // What is delivered is the file as it came, so there must be nothing in it that nobody saw.
        if (Inside.hasFurtherPicture(files.get(i), picture.format())) {
          signals.add(new NotAssessed(Part.OUTPUT, "media", "picture-inside"));
        }
      } catch (UnreadablePicture unreadable) {
        signals.add(new NotAssessed(Part.OUTPUT, "media", "unreadable"));
        signals.add(new Checked(Part.OUTPUT, i, "media", false, "unreadable"));
      } catch (MediaBusy busy) {
        signals.add(new NotAssessed(Part.OUTPUT, "media", "busy"));
        signals.add(new Checked(Part.OUTPUT, i, "media", false, "busy"));
      }
    }
    signals.addAll(checking.insist(tasks));
    // Not side by side: one request must not take the room that it waits for itself.
    if (!inputs.isEmpty() && !pictures.isEmpty()) {
      signals.addAll(checking.insist(List.of(comparing(comparison, inputs, pictures))));
    }
    return new Result(pictures, signals);
  }

  /** Pictures that could be decoded, and all signals. */
  record Result(List<Picture> pictures, List<Signal> signals) {}

  private Task wordsTask(PromptText text) {
    return new Task(
        Part.TEXT,
        0,
        WORDS,
        () -> {
          List<Signal> signals = new ArrayList<>(words.apply(text));
          boolean some = !text.isEmpty();
          signals.add(new Checked(Part.TEXT, 0, WORDS, some, some ? "" : "no-text"));
          return signals;
        });
  }

  private void addPictureTasks(
      List<Task> tasks, Part part, int index, Picture picture, AllWords words, InTurn turns) {
    for (PictureCheck check : pictureChecks) {
      tasks.add(
          new Task(
              part,
              index,
              check.name(),
              () -> turns.take(check.name(), () -> look(check, part, index, picture, words))));
    }
  }

  private static List<Signal> openPart(Picture mask) {
    try (Picture.Use _ = mask.use()) {
      return List.of(MaskReading.of(mask), new Checked(Part.INPUT, 0, "mask", true, ""));
    }
  }

  /** A check that is late goes on reading after the request is over. */
  private static List<Signal> look(
      PictureCheck check, Part part, int index, Picture picture, AllWords words) {
    String off = check.off();
    if (off != null) {
      return List.of(new Checked(part, index, check.name(), false, off));
    }
    try (Picture.Use _ = picture.use()) {
      List<Signal> signals = new ArrayList<>(check.look(part, index, picture, words));
      signals.addAll(check.checked(part, index, signals));
      return signals;
    }
  }

  private static Task comparing(EditCheck comparison, List<Picture> inputs, List<Picture> outputs) {
    return new Task(Part.OUTPUT, 0, EditCheck.NAME, () -> compare(comparison, inputs, outputs));
  }

  /** Each holds its own pictures; what cannot be compared is a gap, and so is silence. */
  private static List<Signal> compare(
      EditCheck comparison, List<Picture> inputs, List<Picture> outputs) {
    List<Signal> signals = new ArrayList<>(comparison.compare(inputs, List.copyOf(outputs)));
    if (signals.isEmpty()) {
      signals.add(new NotAssessed(Part.OUTPUT, EditCheck.NAME, "nothing-compared"));
    }
    List<Checked> checked = new ArrayList<>();
    for (Signal signal : signals) {
      if (signal instanceof NotAssessed gap) {
        checked.add(new Checked(Part.OUTPUT, 0, EditCheck.NAME, false, gap.why()));
      }
    }
    signals.addAll(
        checked.isEmpty()
            ? List.of(new Checked(Part.OUTPUT, 0, EditCheck.NAME, true, ""))
            : checked);
    return signals;
  }

  private static Task encoding(int index, Picture picture) {
    return new Task(
        Part.INPUT,
        index,
        "media",
        () -> {
          try (Picture.Use _ = picture.use()) {
            picture.canonicalPng().bytes();
          }
          return List.of();
        });
  }
}
