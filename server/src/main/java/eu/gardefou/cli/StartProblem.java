package eu.gardefou.cli;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, behind the framework's words, the sentence that a person can act on. */
final class StartProblem {
  private StartProblem() {}

  static Problem of(RuntimeException failure, Path log) {
    Throwable last = failure;
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
      if (cause instanceof BindException refused) {
        return new Problem(
            "Gardefou cannot listen there: "
                + refused.getMessage()
                + ". Look at GARDEFOU_ADDRESS and the port.");
      }
      last = cause;
    }
    String details = Files.isRegularFile(log) ? ". The details are in " + log + "." : "";
    return new Problem("Gardefou did not start: " + firstLine(last) + details);
  }

  private static boolean isOurs(Throwable cause) {
    return cause.getClass().getName().startsWith("eu.gardefou.");
  }

  private static String firstLine(Throwable failure) {
    return failure.toString().lines().findFirst().orElse("no reason was given");
  }
}
