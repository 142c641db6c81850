package eu.gardefou.cli;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.policy.Policies;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.reading.Reader;
import eu.gardefou.screening.LocalScreening;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How well requests are read, language by language, and how fast. */
@Command(
    name = "prompts",
    mixinStandardHelpOptions = true,
    description = {
      "Judges sentences that were kept apart while the reading of prompts was built: how many",
      "requests to undress or sexualise somebody are refused, and how many ordinary ones are not",
      "allowed, with 95 % intervals. Then the time that reading takes."
    },
    footer = {
      "",
      "A folder holds one file for each language, such as en.yaml, with two lists of sentences:",
      "refused and ordinary. Judged by the built-in policy, as edits of a picture of somebody."
    })
final class BenchPrompts implements Callable<Integer> {
  private static final String FOLDER = "server/src/test/resources/prompts/held-out";

  @Spec private CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Sentences of your own. Default: those that were kept apart.")
  private @Nullable Path folder;

  @Option(
      names = "--language",
      paramLabel = "XX",
      split = ",",
      description = "Only these, such as en,fr. Default: all that the folder has.")
  private List<String> languages = List.of();

  @Option(names = "--show", description = "Also print every sentence that was misjudged.")
  private boolean show;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  BenchPrompts() {}

  @Override
  public Integer call() {
    Installation installation = Installation.of(spec);
    Path from = folder == null ? installation.home().resolve(FOLDER) : folder;
    List<KeptApart> sets = KeptApart.readAll(from, languages);
    Prompts prompts = Prompts.load();
    try (Vision vision = Vision.open(installation.models(), VisionLimits.DEFAULT);
        Reader reader = installation.reader()) {
      var screening =
          new LocalScreening(
              new Media(MediaLimits.DEFAULT), vision, reader, prompts, Policies.builtIn());
      var bench = new PromptBench(screening, prompts, spec.commandLine().getOut(), show);
      bench.judge(sets);
      bench.time();
    }
    return 0;
  }
}
