package eu.gardefou.cli;

import static java.util.Objects.requireNonNull;

import eu.gardefou.access.Caller;
import eu.gardefou.access.Keys;
import eu.gardefou.access.Opening;
import eu.gardefou.access.Scope;
import eu.gardefou.access.SignInLinks;
import java.io.PrintWriter;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;

/** What the person at the terminal reads when the gate is up. */
@Component
final class Greeting {
  private final WebServerApplicationContext server;
  private final Keys keys;
  private final SignInLinks links;
  private final Opening opening;

  Greeting(
      WebServerApplicationContext server,
      Keys keys,
      SignInLinks links,
      @Value("${gardefou.hma.open:false}") String open) {
    this.opening = Opening.of(open);
    this.server = server;
    this.keys = keys;
    this.links = links;
  }

  /** Where the gate listens, without a slash at the end. */
  String address() {
    return "http://localhost:" + requireNonNull(server.getWebServer(), "the gate is up").getPort();
  }

  /**
   * Prints the address; a key when there is none yet or one is wanted; a link while nobody has
   * signed up.
   */
  void print(PrintWriter out, boolean alwaysAKey) {
    out.println("Gardefou is running.");
    out.println("  Address       " + address());
    out.println(
        "  Images API    " + address() + "/v1   (base URL for a client of the OpenAI Images API)");
    if (alwaysAKey || keys.list().isEmpty()) {
      String secret =
          keys.create("demo", EnumSet.of(Scope.GATEWAY, Scope.SCREEN, Scope.MATCH), Caller.LOCAL)
              .secret();
      out.println("  Demo key      " + secret + "   (shown once; opens gateway, screen and match)");
    } else {
      out.println("  Keys          as made before; another with: ./gardefou key create --help");
    }
    links
        .firstStart()
        .ifPresentOrElse(
            link ->
                out.println(
                    "  Sign-in link  " + address() + link.path() + "   (once, within a day)"),
            () -> out.println("  Sign in       " + address() + "/sign-in"));
    warn(out);
    out.println("Stop with Ctrl-C.");
    out.flush();
  }

  private void warn(PrintWriter out) {
    String open =
        switch (opening) {
          case NONE -> null;
          case LOOK_UPS -> "hash and look up";
          case ALL -> "hash, look up and CHANGE BANKS";
        };
    if (open != null) {
      out.println("  WARNING       without a key, programs on this machine may " + open + ";");
      out.println("                so may everybody whom a proxy on this machine forwards here");
    }
  }
}
