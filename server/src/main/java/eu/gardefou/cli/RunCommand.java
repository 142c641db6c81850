package eu.gardefou.cli;

import eu.gardefou.Application;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
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
      "  GARDEFOU_DATA          folder of database, keys and logs (./data)",
      "  GARDEFOU_UPSTREAM_URL  OpenAI-compatible base URL, such as https://images.example/v1",
      "  GARDEFOU_UPSTREAM_KEY  its key; without a URL a drawing demo upstream answers",
      "  GARDEFOU_DB_URL        a PostgreSQL server of your own, as a JDBC URL",
      "  GARDEFOU_POLICY        a policy file; without it the built-in policy holds"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Where to listen; 0 picks a free port.")
  private @Nullable Integer port;

  @Option(names = "--demo", description = "Also loads harmless sample data, once.")
  private boolean demo;

  @Option(names = "--demo-key", hidden = true, description = "Prints a new key at every start.")
  private boolean demoKey;

  @Option(names = "--stop-when-ready", hidden = true, description = "Starts, then stops.")
  private boolean stopWhenReady;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  RunCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    ConfigurableApplicationContext context = start(stopped);
    PrintWriter out = spec.commandLine().getOut();
    context.getBean(Greeting.class).print(out, demoKey);
    if (demo) {
      context.getBean(DemoData.class).load(out);
    }
    out.flush();
    if (stopWhenReady) {
      context.close();
    }
    stopped.await();
    return 0;
  }

  private ConfigurableApplicationContext start(CountDownLatch stopped) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(settings());
    application.addListeners((ApplicationListener<ContextClosedEvent>) _ -> stopped.countDown());
    try {
      return application.run();
    } catch (RuntimeException failure) {
      throw StartProblem.of(failure);
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    String wanted = port != null ? String.valueOf(port) : System.getenv("GARDEFOU_PORT");
    settings.put("server.port", wanted == null ? "8080" : wanted);
    settings.put("gardefou.data", Installation.data().toString());
    settings.put("gardefou.models", Installation.models().toString());
    settings.put("logging.threshold.console", "WARN");
    settings.put("logging.file.name", Installation.data().resolve("gardefou.log").toString());
    return settings;
  }

  /** Finds, behind the framework's words, the sentence that a person can act on. */
  static final class StartProblem {
    private StartProblem() {}

    static RuntimeException of(RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof PortInUseException taken) {
          return new Problem(
              "Port "
                  + taken.getPort()
                  + " is taken; stop what uses it, or choose another with --port.");
        }
        if (isOurs(cause)) {
          return new Problem(String.valueOf(cause.getMessage()));
        }
      }
      return failure;
    }

    private static boolean isOurs(Throwable cause) {
      return cause.getClass().getName().startsWith("eu.gardefou.");
    }
  }
}
