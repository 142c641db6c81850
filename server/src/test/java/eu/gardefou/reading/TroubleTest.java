package eu.gardefou.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.media.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, the answer is that the picture was not read. */
class TroubleTest {
  private static final Duration AMPLE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void withoutItsModelsNothingIsRead() {
    try (Reader blind = Programs.reader(folder, null, AMPLE, 1)) {
      assertMissing(blind, "missing");
      assertThat(blind.trouble()).isEqualTo("missing");
    }
  }

  @Test
  @EnabledIf("eu.gardefou.reading.Signs#present")
  void aModelThatWasChangedIsNotUsed() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("reading"));
    try (var files = Files.list(Signs.FOLDER.resolve("reading"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Files.writeString(copy.resolve("ces.traineddata"), "other letters");
    try (Reader fooled = Programs.reader(folder, null, AMPLE, 1)) {
      assertMissing(fooled, "checksum");
    }
  }

  @Test
  @EnabledIf("eu.gardefou.reading.Signs#present")
  void aProgramThatFailsReadsNothing() throws IOException {
    try (Reader failing = Programs.reader(Signs.FOLDER, script("exit 3"), AMPLE, 1)) {
      assertMissing(failing, "failed");
    }
  }

  @Test
  @EnabledIf("eu.gardefou.reading.Signs#present")
  void aProgramThatSaysNothingReadsNothing() throws IOException {
    try (Reader silent = Programs.reader(Signs.FOLDER, script("cat >/dev/null"), AMPLE, 1)) {
      assertMissing(silent, "failed");
    }
  }

  @Test
  @EnabledIf("eu.gardefou.reading.Signs#present")
  void aProgramThatDiesTakesNobodyAlong() throws IOException {
    try (Reader dying = Programs.reader(Signs.FOLDER, script("kill -SEGV $$"), AMPLE, 1)) {
      assertMissing(dying, "failed");
    }
  }

  @Test
  @EnabledIf("eu.gardefou.reading.Signs#present")
  void aProgramThatNeverEndsIsEndedAndOthersAreTurnedAwayMeanwhile() throws Exception {
    Path begun = folder.resolve("begun");
    // A full pipe rather than a file: nothing may be written. The reader sees that it has begun.
    Files.createFile(begun);
    Path program = script("rm -f " + begun + "; exec sleep 100000");
    try (Reader stuck = Programs.reader(Signs.FOLDER, program, Duration.ofSeconds(20), 1)) {
      CompletableFuture<ReadingFindings> first = CompletableFuture.supplyAsync(() -> read(stuck));
      while (Files.exists(begun) && !first.isDone()) {
        Thread.onSpinWait();
      }
      if (!first.isDone()) {
        assertThatThrownBy(() -> read(stuck)).isInstanceOf(ReadingBusy.class);
      }
      assertThat(first.get().missing()).containsExactly("timeout");
    }
    assertThat(
            ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("sleep 100000")))
        .isEmpty();
  }

  @Test
  void aReaderThatIsClosedTakesNoMore() {
    Reader closed = Programs.reader(folder, null, AMPLE, 1);
    closed.close();
    assertThatThrownBy(() -> read(closed)).isInstanceOf(ReadingBusy.class);
  }

  @Test
  void wordsOfAPictureAreNotInItsDescription() {
    FoundText found = new FoundText(FoundText.Source.OCR, "the old bicycle");
    assertThat(found.toString()).doesNotContain("bicycle").contains("15");
  }

  private Path script(String lines) throws IOException {
    Path script = folder.resolve("program");
    Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  private static void assertMissing(Reader reader, String why) {
    ReadingFindings found = read(reader);
    assertThat(found.missing()).containsExactly(why);
    assertThat(found.texts()).isEmpty();
  }

  private static ReadingFindings read(Reader reader) {
    try (Picture sign = Signs.sign(Signs.Look.PLAIN, "an old red bicycle")) {
      return reader.read(sign);
    }
  }
}
