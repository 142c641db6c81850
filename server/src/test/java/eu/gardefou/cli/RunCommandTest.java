package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code gardefou run} as a process of its own, with its own PostgreSQL. Where models are missing
 * it rightly says more.
 */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
class RunCommandTest {
  @TempDir Path folder;

  @Test
  void itStartsKeepsItsFolderToItselfAndLeavesNothingRunning() throws Exception {
    Path data = folder.resolve("data");
    int postgres;
    try (Child gate = Child.start(data, "run", "--port", "0")) {
      gate.awaitLine("Stop with Ctrl-C.");
      assertThat(gate.said())
          .contains("Address", "Images API", "Demo key", "Sign-in link")
          .doesNotContain("Exception", "WARN");
      postgres = postgresPort(data);
      assertThat(answers(postgres)).isTrue();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");

      try (Child second = Child.start(data, "run", "--port", "0")) {
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.said().lines())
            .containsExactly(
                "The folder "
                    + data
                    + " is in use by another Gardefou: stop that one, or choose another folder with"
                    + " GARDEFOU_DATA.");
      }
      assertThat(Files.readString(data.resolve("gardefou.log")))
          .as("the details")
          .contains("is in use by another Gardefou");

      gate.stop();
      // The system's way to say: ended by the signal that asked it to.
      assertThat(gate.exit()).isEqualTo(128 + 15);
      assertThat(gate.said().lines().toList()).last().asString().isEqualTo("Stop with Ctrl-C.");
    }
    assertThat(answers(postgres)).isFalse();
    assertThat(data.resolve("db/postmaster.pid")).doesNotExist();
  }

  @Test
  void aPortThatIsTakenIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertOneSentence(
          "Port " + port + " is taken; stop what uses it, or choose another with --port.",
          Child.start(folder.resolve("data"), "run", "--port", port));
    }
    assertThat(folder.resolve("data/db/postmaster.pid")).doesNotExist();
  }

  @Test
  void aPolicyThatIsWrongIsOneSentence() throws Exception {
    Path policy = Files.writeString(folder.resolve("own.yaml"), "name: own\n");
    Path data = folder.resolve("data");
    assertOneSentence(
        policy + ":1:1: a policy needs 'floor', the rules that hold everywhere",
        Child.startWith("GARDEFOU_POLICY", policy.toString(), data, "run", "--port", "0"));
    assertThat(Files.readString(data.resolve("gardefou.log"))).contains("a policy needs 'floor'");
  }

  @Test
  void pathsWithoutAKeyAreNotOpenedToOtherMachines() throws Exception {
    assertOneSentence(
        "Without a key only this machine may ask: --hma-open needs GARDEFOU_ADDRESS=127.0.0.1.",
        Child.startWith(
            "GARDEFOU_ADDRESS",
            "0.0.0.0",
            folder.resolve("data"),
            "run",
            "--port",
            "0",
            "--hma-open"));
  }

  @Test
  void whatIsNoFolderOrNoPortIsOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "a file");
    assertOneSentence(
        file + " is a file, and a folder is needed there.",
        Child.start(file, "run", "--port", "0"));
    assertOneSentence(
        "The port is a number from 0 to 65535, and 65536 is not.",
        Child.start(folder.resolve("other"), "run", "--port", "65536"));
    assertThat(folder.resolve("other")).doesNotExist();
  }

  private static void assertOneSentence(String sentence, Child child) throws Exception {
    try (child) {
      assertThat(child.exit()).isEqualTo(1);
      assertThat(child.said().lines()).containsExactly(sentence);
    }
  }

  /** As PostgreSQL says itself, in the fourth line. */
  private static int postgresPort(Path data) throws IOException {
    return Integer.parseInt(Files.readAllLines(data.resolve("db/postmaster.pid")).get(3).strip());
  }

  private static boolean answers(int port) throws IOException {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (ConnectException refused) {
      return false;
    }
  }
}
