package eu.gardefou.cli;

import eu.gardefou.Application;
import org.springframework.boot.SpringApplication;

/** Where the program starts. */
public final class Gardefou {
  private Gardefou() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }
}
