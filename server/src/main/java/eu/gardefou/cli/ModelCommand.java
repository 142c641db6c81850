package eu.gardefou.cli;

import eu.gardefou.vision.ModelState;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionLimits;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the models that look at pictures are, whether they are right, and what they are worth. */
@Command(
    name = "model",
    description = "Lists, checks and measures the models that look at pictures.",
    mixinStandardHelpOptions = true,
    subcommands = ModelEvaluate.class)
final class ModelCommand implements Callable<Integer> {
  private static final int USAGE = 2;
  private static final int LOOKS = 9;

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls a command
  @Spec
  private CommandSpec spec;

  /** Only the subcommands do something. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return USAGE;
  }

  @Command(
      description =
          "Prints every model: its role, version, state, licence, and what it learned from.",
      mixinStandardHelpOptions = true)
  int list() {
    try (Vision vision = vision()) {
      for (ModelState model : vision.models()) {
        say(
            String.format(
                Locale.ROOT,
                "%-20s %-8s %-13s %s",
                model.name(),
                model.role(),
                model.version(),
                standing(model)));
        if (!model.role().isEmpty()) {
          say("  licence   " + model.licence());
          say("  from      " + (model.source().isEmpty() ? "-" : model.source()));
          say("  training  " + model.training());
        }
      }
    }
    return 0;
  }

  @Command(
      description = {
        "Loads every model, compares its file with its checksum, asks it about a generated"
            + " pattern,",
        "compares the answer with the golden one, and prints how long a look takes. Exit code 1"
            + " when",
        "any model is missing: the gate then refuses every picture."
      },
      mixinStandardHelpOptions = true)
  int check() {
    try (Vision vision = vision()) {
      List<ModelState> models = vision.models();
      for (ModelState model : models) {
        String time =
            model.state() == ModelState.State.ON
                ? String.format(Locale.ROOT, "%.1f ms a look", vision.millis(model.name(), LOOKS))
                : "";
        say(
            String.format(
                Locale.ROOT,
                "%-20s %-13s %-40s %s",
                model.name(),
                model.version(),
                standing(model),
                time));
      }
      boolean good = models.stream().allMatch(model -> model.why().isEmpty());
      say(good ? "All models are as they should be." : "NOT all models are as they should be.");
      return good ? 0 : 1;
    }
  }

  private static String standing(ModelState model) {
    return switch (model.state()) {
      case ON -> "on";
      case REPLACED -> model.detail();
      case MISSING, DAMAGED -> model.state().word() + ": " + model.detail();
    };
  }

  private Vision vision() {
    return Vision.open(Installation.of(spec).modelFolders(), VisionLimits.DEFAULT);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line.stripTrailing());
    out.flush();
  }
}
