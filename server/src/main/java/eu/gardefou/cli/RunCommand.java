package eu.gardefou.cli;

import eu.gardefou.Application;
import eu.gardefou.database.DataFolder;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the gate and stays until it is stopped. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the gate with its own PostgreSQL, prints the address, and stays until Ctrl-C.",
      "The first start also prints a key for machines and a sign-in link for the first administrator."
    },
    footer = {
      "",
      "Settings are environment variables, among them:",
      "  GARDEFOU_PORT          where to listen; 0 picks a free port (8080)",
      "  GARDEFOU_ADDRESS       which address to listen on; 0.0.0.0 for all (127.0.0.1)",
      "  GARDEFOU_DATA          folder of database, keys and logs (./data)",
      "  GARDEFOU_UPSTREAM_URL  OpenAI-compatible base URL, such as https://images.example/v1",
      "  GARDEFOU_UPSTREAM_KEY  its key; without a URL a drawing demo upstream answers",
      "  GARDEFOU_DB_URL        a PostgreSQL server of your own, as a JDBC URL",
      "  GARDEFOU_POLICY        a policy file; without it the built-in policy holds",
      "  GARDEFOU_POLICY_SHADOW a policy file on trial: recorded beside, decides nothing"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Where to listen; 0 picks a free port.")
  private @Nullable Integer port;

  @Option(names = "--demo", description = "Also loads harmless sample data, once.")
  private boolean demo;

  @Option(
      names = "--hma-open",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "all",
      description = {
        "Programs on this machine may hash and look up on the Hasher-Matcher-Actioner paths"
            + " without a key; with =all they may change banks too, as Coop does.",
        "Not beside a proxy that forwards to Gardefou: it would open them to everybody."
      })
  private @Nullable String hmaOpen;

  @Option(names = "--demo-key", hidden = true, description = "Prints a new key at every start.")
  private boolean demoKey;

  @Option(names = "--train", hidden = true, description = "Starts, then stops, and says nothing.")
  private boolean train;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  RunCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    checkPort();
    // First of all: the log file must not be what makes the folder, open to everybody.
    new DataFolder(installation().data()).make();
    CountDownLatch stopped = new CountDownLatch(1);
    ConfigurableApplicationContext context = start(stopped);
    if (train) {
      context.close();
      return 0;
    }
    PrintWriter out = spec.commandLine().getOut();
    context.getBean(Greeting.class).print(out, demoKey);
    if (demo) {
      context.getBean(DemoData.class).load(out);
    }
    out.flush();
    stopped.await();
    return 0;
  }

  private void checkPort() {
    String wanted = port == null ? installation().setting("gardefou.port") : port.toString();
    if (wanted != null && !(wanted.matches("[0-9]{1,5}") && Integer.parseInt(wanted) <= 65_535)) {
      throw new Problem("The port is a number from 0 to 65535, and " + wanted + " is not.");
    }
  }

  private ConfigurableApplicationContext start(CountDownLatch stopped) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.addListeners((ApplicationListener<ContextClosedEvent>) _ -> stopped.countDown());
    QuietStart quiet = new QuietStart();
    application.addListeners(quiet);
    try {
      ConfigurableApplicationContext context = application.run(arguments());
      quiet.end();
      return context;
    } catch (RuntimeException failure) {
      throw StartProblem.of(failure, installation().log());
    }
  }

  /** As arguments, because these outrank every file. */
  private String[] arguments() {
    return settings().entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (port != null) {
      settings.put("server.port", port);
    }
    if (hmaOpen != null) {
      settings.put("gardefou.hma.open", hmaOpen);
    }
    settings.put("gardefou.data", installation().data().toString());
    settings.put("gardefou.models", installation().models().toString());
    settings.put("logging.threshold.console", "WARN");
    settings.put("logging.file.name", installation().log().toString());
    return settings;
  }

  private Installation installation() {
    return Installation.of(spec);
  }
}
