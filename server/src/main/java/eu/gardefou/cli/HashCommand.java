package eu.gardefou.cli;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.media.UnreadablePicture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints hashes of files. */
@Command(
    name = "hash",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the PDQ hash and quality of each picture, one line a file.",
      "The hash ignores EXIF orientation and transparency, as upstream's does."
    },
    footer = {
      "",
      "Exit code 1 when a file could not be read; the others are printed all the same."
    })
final class HashCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(names = "--dihedral", description = "All eight rotations and mirror images; PDQ only.")
  private boolean dihedral;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      defaultValue = "pdq",
      description = "One or more of ${COMPLETION-CANDIDATES}, commas between. Default: pdq")
  private List<HashType> types = List.of(HashType.PDQ);

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Pictures, folders of them, or - for standard input.")
  private List<Path> files = List.of();

  private final Media media = new Media(MediaLimits.DEFAULT);

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  HashCommand() {}

  @Override
  public Integer call() {
    boolean whole = true;
    for (Path file : files) {
      try {
        for (Path each : GivenFile.within(file)) {
          whole &= hash(each);
        }
      } catch (Problem problem) {
        whole = complain(file, problem);
      }
    }
    spec.commandLine().getOut().flush();
    return whole ? 0 : 1;
  }

  private boolean hash(Path file) {
    try {
      HashLines lines = new HashLines(spec.commandLine().getOut(), json, dihedral, file);
      // Standard input can be read once only.
      byte[] typed = GivenFile.isStandardInput(file) ? GivenFile.standardInput() : null;
      for (HashType type : types) {
        if (type.isOfBytes()) {
          try (InputStream in =
              typed == null ? GivenFile.open(file) : new ByteArrayInputStream(typed)) {
            lines.print(type, type.ofBytes(in));
          }
        } else {
          lines.print(pdq(typed == null ? GivenFile.picture(file) : typed));
        }
      }
      return true;
    } catch (UnreadablePicture | Problem failure) {
      return complain(file, failure);
    } catch (IOException failure) {
      return complain(file, GivenFile.problem(failure));
    }
  }

  private PdqFingerprint pdq(byte[] bytes) {
    try (Picture picture = media.decode(bytes)) {
      Raster raster = picture.stored();
      return PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height());
    }
  }

  private boolean complain(Path file, RuntimeException failure) {
    spec.commandLine().getErr().println(file + ": " + failure.getMessage());
    return false;
  }
}
