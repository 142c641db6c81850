package eu.gardefou.cli;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.media.UnreadablePicture;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Prints perceptual hashes of picture files. */
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
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> VARIANTS =
      List.of(
          "original",
          "rotate90",
          "rotate180",
          "rotate270",
          "flipx",
          "flipy",
          "flipplus1",
          "flipminus1");

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(names = "--dihedral", description = "All eight rotations and mirror images.")
  private boolean dihedral;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Pictures.")
  private List<Path> files = List.of();

  private final Media media = new Media(MediaLimits.DEFAULT);

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  HashCommand() {}

  @Override
  public Integer call() {
    int exit = 0;
    for (Path file : files) {
      try (Picture picture = media.decode(GivenFile.picture(file))) {
        Raster raster = picture.stored();
        print(file, PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height()));
      } catch (UnreadablePicture unreadable) {
        exit = complain(file, String.valueOf(unreadable.getMessage()));
      } catch (Problem problem) {
        exit = complain(file, String.valueOf(problem.getMessage()));
      }
    }
    out().flush();
    return exit;
  }

  private void print(Path file, PdqFingerprint fingerprint) {
    if (json) {
      out().println(JSON.writeValueAsString(object(file, fingerprint)));
      return;
    }
    out().println(fingerprint.hash() + "  " + fingerprint.quality() + "  " + file);
    if (dihedral) {
      for (int i = 1; i < VARIANTS.size(); i++) {
        out().println(fingerprint.dihedral().get(i) + "  " + VARIANTS.get(i) + "  " + file);
      }
    }
  }

  private Map<String, Object> object(Path file, PdqFingerprint fingerprint) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("type", "pdq");
    object.put("hash", fingerprint.hash().toString());
    object.put("quality", fingerprint.quality());
    if (dihedral) {
      Map<String, String> variants = new LinkedHashMap<>();
      for (int i = 0; i < VARIANTS.size(); i++) {
        PdqHash hash = fingerprint.dihedral().get(i);
        variants.put(VARIANTS.get(i), hash.toString());
      }
      object.put("dihedral", variants);
    }
    return object;
  }

  private int complain(Path file, String sentence) {
    spec.commandLine().getErr().println(file + ": " + sentence);
    return 1;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
