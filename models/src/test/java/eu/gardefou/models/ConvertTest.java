package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
  private Path packages = Path.of("");
  private Path output = Path.of("");
  private String right = "";

  @BeforeEach
  void installATinyPackage() throws IOException {
    packages = Files.createDirectories(folder.resolve("node_modules"));
    output = folder.resolve("onnx");
    List<byte[]> files = TinyKeras.files("softmax");
    for (int i = 0; i < files.size(); i++) {
      Files.write(packages.resolve("part" + i + ".js"), files.get(i));
    }
    right = Checksum.of(Conversion.convert(source(""), files));
  }

  @Test
  void writesTheModelAndSaysSo() throws IOException {
    convert(source(right));
    assertThat(Checksum.of(output.resolve("tiny.onnx"))).isEqualTo(right);
    assertThat(progress.toString(UTF_8).lines()).containsExactly("[1/1] tiny written");
    assertThat(filesIn(output)).containsExactly("tiny.onnx");
  }

  @Test
  void leavesAFileAloneThatIsAlreadyRight() throws IOException {
    convert(source(right));
    Path written = output.resolve("tiny.onnx");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(written, longAgo);
    Files.delete(packages.resolve("part0.js"));
    convert(source(right));
    assertThat(Files.getLastModifiedTime(written)).isEqualTo(longAgo);
    assertThat(progress.toString(UTF_8)).contains("tiny already there");
  }

  @Test
  void replacesADamagedFile() throws IOException {
    Files.createDirectories(output);
    Files.writeString(output.resolve("tiny.onnx"), "half of a mod");
    convert(source(right));
    assertThat(Checksum.of(output.resolve("tiny.onnx"))).isEqualTo(right);
  }

  @Test
  void writesNothingWhenTheResultIsNotTheExpectedOne() {
    ModelSource wrong = source("0".repeat(64));
    assertThatThrownBy(() -> convert(wrong))
        .isInstanceOf(ModelError.class)
        .hasMessage(
            "tiny.onnx came out with the checksum " + right + ", the list says " + "0".repeat(64));
    assertThat(filesIn(output)).isEmpty();
  }

  @Test
  void refusesAPackageFileThatWasChanged() throws IOException {
    ModelSource source = source(right);
    Files.writeString(packages.resolve("part1.js"), "a.exports=\"\"");
    assertThatThrownBy(() -> convert(source))
        .isInstanceOf(ModelError.class)
        .hasMessage("part1.js is not the file of tiny 1.0.0, so run npm ci in the models folder");
  }

  @Test
  void saysWhichPackageFileIsMissing() throws IOException {
    ModelSource source = source(right);
    Files.delete(packages.resolve("part2.js"));
    assertThatThrownBy(() -> convert(source))
        .hasMessage("part2.js is missing, so run npm ci in the models folder");
  }

  @Test
  void endsWithOneSentenceWhenTheCommandLineIsWrongOrThePackagesAreMissing() {
    ByteArrayOutputStream problems = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(problems, true, UTF_8);
    assertThat(Convert.run(new String[] {"one"}, to, to)).isEqualTo(1);
    assertThat(Convert.run(new String[] {packages.toString(), output.toString()}, to, to))
        .isEqualTo(1);
    assertThat(problems.toString(UTF_8).lines()).hasSize(2).allMatch(line -> line.endsWith("."));
  }

  @Test
  @EnabledIf("eu.gardefou.models.Weights#installed")
  void makesEveryRealModelTheSameToTheLastBit() throws IOException {
    new Convert(Weights.PACKAGES, output, new PrintStream(progress, true, UTF_8))
        .convertAll(Manifest.sources());
    for (Model model : Manifest.models()) {
      assertThat(Checksum.of(output.resolve(model.file()))).isEqualTo(model.sha256());
    }
  }

  private void convert(ModelSource source) throws IOException {
    new Convert(packages, output, new PrintStream(progress, true, UTF_8))
        .convertAll(List.of(source));
  }

  private ModelSource source(String sha256) {
    List<ModelSource.SourceFile> files = new ArrayList<>();
    for (String name : filesIn(packages)) {
      try {
        files.add(new ModelSource.SourceFile(name, Checksum.of(packages.resolve(name))));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    Model model = new Model("tiny", "tiny.onnx", sha256, "tiny 1.0.0", "MIT", "this test");
    return new ModelSource(model, ModelSource.Reader.KERAS_SCRIPT, files, TinyKeras.RECIPE);
  }

  private static List<String> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
