package eu.gardefou.cli;

import eu.gardefou.access.SignInLinks;
import eu.gardefou.database.BriefDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets somebody back in who lost the password, when nobody else can. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a sign-in link for somebody who is known here and lost the password.",
      "It works once, for a day, and ends any earlier link of theirs.",
      "The old password holds until a new one is chosen.",
      "Works on the data folder of this installation, whether the gate is running or not."
    },
    footer = {"", "Example:", "  ./gardefou link 'Ada Lovelace'"})
final class LinkCommand implements Callable<Integer> {
  private static final String USUAL_PORT = "8080";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "The name that they sign in with; capitals do not matter.")
  private String name = "";

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "How they reach the gate. Default: this machine, at the port of GARDEFOU_PORT.")
  private @Nullable URI address;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  LinkCommand() {}

  @Override
  public Integer call() {
    SignInLinks.Link link = make();
    spec.commandLine().getOut().println(base() + link.path());
    spec.commandLine().getOut().flush();
    spec.commandLine()
        .getErr()
        .println(
            "It works once, until "
                + link.expiresAt().truncatedTo(ChronoUnit.SECONDS)
                + ". Whoever has it chooses the password: hand it over with care.");
    return 0;
  }

  private SignInLinks.Link make() {
    try (BriefDatabase database = BriefDatabase.open(Installation.of(spec).environment())) {
      return SignInLinks.in(database.dataSource(), Clock.systemUTC()).forPerson(name);
    }
  }

  /** Without a slash at the end. */
  private String base() {
    if (address != null) {
      return address.toString().replaceFirst("/+$", "");
    }
    String port = Installation.of(spec).setting("gardefou.port");
    return "http://localhost:" + (port == null ? USUAL_PORT : port);
  }
}
