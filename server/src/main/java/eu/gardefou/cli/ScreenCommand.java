package eu.gardefou.cli;

import eu.gardefou.policy.Kind;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Screens words and pictures from the shell. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description = {
      "Says what the gate would decide, and why.",
      "Runs in this process, without a server, database or banks, unless --server names one."
    },
    footer = {
      "",
      "Example:",
      "  ./gardefou screen --kind edit --prompt 'make the sky blue' --image photo.jpg",
      "",
      "Exit code 0 whatever the decision; 1 when something could not be read."
    })
final class ScreenCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Spec private CommandSpec spec;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "generate, edit or upload. Without it: edit with pictures, else generate.")
  private @Nullable String kind;

  @Option(names = "--prompt", paramLabel = "TEXT", description = "The written request.")
  private @Nullable String prompt;

  @Option(
      names = "--negative-prompt",
      paramLabel = "TEXT",
      description = "What the request says it does not want.")
  private @Nullable String negativePrompt;

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "A picture; up to 16, repeat the option.")
  private List<Path> images = List.of();

  @Option(
      names = "--prompts",
      paramLabel = "FILE",
      description =
          "Screens one prompt a line and prints one JSON object a line: the line number as 'prompt',"
              + " 'decision' and 'rules'. Blank lines are counted, not screened. '-' is standard"
              + " input.")
  private @Nullable Path prompts;

  @Option(names = "--server", paramLabel = "URL", description = "Ask a running gate instead.")
  private @Nullable URI server;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Key with the scope 'screen', for --server. Better: the variable GARDEFOU_KEY.")
  private @Nullable String key;

  @Option(names = "--json", description = "Prints the whole answer as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  ScreenCommand() {}

  @Override
  public Integer call() {
    if (prompts != null && prompt != null) {
      throw new Problem("Give --prompt or --prompts, not both.");
    }
    if (prompts == null && prompt == null && images.isEmpty()) {
      throw new Problem("There is nothing to screen: give --prompt, --prompts or --image.");
    }
    if (images.size() > 16) {
      throw new Problem("At most 16 pictures can be screened together.");
    }
    List<byte[]> pictures = readImages();
    try (Judge judge = judge()) {
      if (prompts != null) {
        screenLines(judge, prompts, pictures);
      } else {
        print(judge.judge(kind(), prompt == null ? "" : prompt, companions(), pictures));
      }
    }
    out().flush();
    return 0;
  }

  private Judge judge() {
    if (server == null) {
      return LocalJudge.open(Installation.of(spec));
    }
    String secret = key != null ? key : Installation.of(spec).setting("gardefou.key");
    if (secret == null) {
      throw new Problem("A server needs a key: give --key or set GARDEFOU_KEY.");
    }
    return new RemoteJudge(server, secret);
  }

  private Kind kind() {
    if (kind == null) {
      return images.isEmpty() ? Kind.GENERATE : Kind.EDIT;
    }
    try {
      return Kind.ofWord(kind);
    } catch (IllegalArgumentException unknown) {
      throw new Problem("--kind is one of generate, edit, upload.");
    }
  }

  private List<String> companions() {
    return negativePrompt == null ? List.of() : List.of(negativePrompt);
  }

  private List<byte[]> readImages() {
    List<byte[]> pictures = new ArrayList<>();
    for (Path image : images) {
      try {
        pictures.add(GivenFile.picture(image));
      } catch (Problem problem) {
        throw new Problem(image + ": " + problem.getMessage() + ".");
      }
    }
    return pictures;
  }

  private void screenLines(Judge judge, Path file, List<byte[]> pictures) {
    List<String> lines;
    try {
      lines = GivenFile.lines(file);
    } catch (Problem problem) {
      throw new Problem(file + ": " + problem.getMessage() + ".");
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Map<String, @Nullable Object> answer =
          judge.judge(kind(), lines.get(i), companions(), pictures);
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("prompt", i + 1);
      line.put("decision", answer.get("decision"));
      line.put("rules", answer.get("rules"));
      out().println(JSON.writeValueAsString(line));
    }
  }

  private void print(Map<String, @Nullable Object> answer) {
    if (json) {
      out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
      return;
    }
    out().println("decision  " + answer.get("decision"));
    if (answer.get("reasons") instanceof List<?> reasons) {
      for (Object reason : reasons) {
        if (reason instanceof Map<?, ?> map) {
          out().println("because   " + map.get("text") + " (" + map.get("rule") + ")");
        }
      }
    }
    printChecks(answer);
    out().println("policy    " + String.valueOf(answer.get("policy_version")).substring(0, 12));
    if (answer.get("decision_id") != null) {
      out().println("on record " + answer.get("decision_id"));
    }
  }

  private void printChecks(Map<String, @Nullable Object> answer) {
    if (!(answer.get("checks") instanceof List<?> checks)) {
      return;
    }
    for (Object one : checks) {
      if (one instanceof Map<?, ?> check) {
        boolean ran = Boolean.TRUE.equals(check.get("ran"));
        String why = check.get("why") == null ? "" : ": " + check.get("why");
        out()
            .println((ran ? "looked    " : "not run   ") + check.get("check") + place(check) + why);
      }
    }
  }

  /** People count from one. */
  private static String place(Map<?, ?> check) {
    return "text".equals(check.get("part")) || !(check.get("index") instanceof Number index)
        ? ""
        : " (" + check.get("part") + " " + (index.intValue() + 1) + ")";
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
