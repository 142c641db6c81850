package eu.gardefou.cli;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.policy.Policy;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionFindings;
import eu.gardefou.vision.VisionLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the models are worth on pictures that somebody has labelled: numbers, and nothing else. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at labelled pictures and prints how often the models are right, with 95 % intervals.",
      "For those who are entitled to hold such pictures. Nothing leaves this machine, nothing is",
      "kept, and no picture or file name is in what it prints or writes: numbers only."
    },
    footer = {
      "",
      "The folder's folders are the labels, such as ordinary and explicit. Or it has a labels.csv:",
      "  file,label,group",
      "  a/0001.jpg,ordinary,women",
      "A group is what people say of themselves, and may be left out. False alarms are also told"
          + " by",
      "group and by apparent age. Apparent gender is not: its output is cut from our models.",
      "",
      "Example:",
      "  ./gardefou model evaluate pictures --explicit explicit --csv numbers.csv"
    })
final class ModelEvaluate implements Callable<Integer> {
  /** Nobody waits for the answer to one picture, so a slow machine misses nothing. */
  private static final VisionLimits PATIENT =
      new VisionLimits(1, 1, Duration.ofMinutes(10), Duration.ofMinutes(10));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "The labelled pictures.")
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Option(
      names = "--explicit",
      paramLabel = "LABEL",
      split = ",",
      defaultValue = "explicit",
      description = "The labels that ought to be refused. Default: ${DEFAULT-VALUE}")
  private List<String> explicit = List.of();

  @Option(
      names = "--at",
      paramLabel = "SCORE",
      defaultValue = "0.75",
      description =
          "From which score on a model counts as alarmed. Default: ${DEFAULT-VALUE}, at which two"
              + " of them refuse.")
  private double at;

  @Option(
      names = "--part-at",
      paramLabel = "SCORE",
      defaultValue = "0.9",
      description = "The same for close looks at parts. Default: ${DEFAULT-VALUE}")
  private double partAt;

  @Option(names = "--csv", paramLabel = "FILE", description = "Also writes the numbers as CSV.")
  private @Nullable Path csv;

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes the numbers as JSON.")
  private @Nullable Path json;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  ModelEvaluate() {}

  @Override
  public Integer call() {
    Installation installation = Installation.of(spec);
    Policy policy = LocalJudge.policy(installation.setting("gardefou.policy"));
    List<Labelled> pictures = Labelled.readAll(folder);
    spec.commandLine()
        .getErr()
        .println(
            "For those entitled to hold these pictures. Nothing leaves this machine or is kept.");
    Evaluation evaluation = new Evaluation(policy, explicit, at, partAt);
    try (Vision vision = Vision.open(installation.modelFolders(), PATIENT)) {
      Media media = new Media(MediaLimits.DEFAULT);
      for (Labelled picture : pictures) {
        look(picture, media, vision, evaluation);
      }
    }
    print(evaluation);
    return 0;
  }

  /** Whatever is wrong with a picture is counted, and its name is not told. */
  private static void look(Labelled labelled, Media media, Vision vision, Evaluation evaluation) {
    try (Picture picture = media.decode(GivenFile.picture(labelled.file()))) {
      VisionFindings findings = vision.lookInEveryWay(picture);
      evaluation.add(labelled, findings);
    } catch (UnreadablePicture | Problem unreadable) {
      evaluation.unreadable();
    }
  }

  private void print(Evaluation evaluation) {
    List<EvaluationRow> rows = evaluation.rows();
    PrintWriter out = spec.commandLine().getOut();
    rows.forEach(row -> out.println(row.text()));
    evaluation.highest().lines().forEach(out::println);
    out.println(evaluation.counts());
    out.flush();
    write(csv, EvaluationRow.csv(rows));
    write(json, EvaluationRow.json(rows, evaluation));
  }

  private static void write(@Nullable Path file, String text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new Problem(file + ": the numbers cannot be written.");
    }
  }
}
