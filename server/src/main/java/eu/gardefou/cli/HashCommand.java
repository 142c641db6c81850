package eu.gardefou.cli;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.hashing.video.VpdqFingerprint;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.video.VideoOutcome;
import eu.gardefou.video.Videos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "Prints the PDQ hash and quality of each picture and the vPDQ hash of each video, one line a"
          + " file.",
      "PDQ ignores EXIF orientation and transparency, vPDQ ignores rotation, as upstream's do.",
      "A vPDQ hash is a JSON list of a hash, quality and time for about every second."
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
      description =
          "One or more of ${COMPLETION-CANDIDATES}, commas between. Default: pdq for pictures, vpdq"
              + " for videos")
  private List<HashType> types = List.of();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Pictures, videos, folders of them, or - for standard input.")
  private List<Path> files = List.of();

  private final Media media = new Media(MediaLimits.DEFAULT);
  private @Nullable Videos videos;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  HashCommand() {}

  @Override
  public Integer call() throws IOException {
    try {
      return hashed() ? 0 : 1;
    } finally {
      if (videos != null) {
        videos.close();
      }
    }
  }

  private boolean hashed() {
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
    return whole;
  }

  private boolean hash(Path file) {
    try {
      HashLines lines = new HashLines(spec.commandLine().getOut(), json, dihedral, file);
      // Standard input can be read once only.
      byte[] typed = GivenFile.isStandardInput(file) ? GivenFile.standardInput() : null;
      for (HashType type : types.isEmpty() ? List.of(usual(file, typed)) : types) {
        print(lines, type, file, typed);
      }
      return true;
    } catch (UnreadablePicture | Problem failure) {
      return complain(file, failure);
    } catch (IOException failure) {
      return complain(file, GivenFile.problem(failure));
    } catch (UncheckedIOException unkept) {
      return complain(file, new Problem("the disk has no room for it (gardefou.video.free)"));
    }
  }

  private static HashType usual(Path file, byte @Nullable [] typed) {
    byte[] beginning = typed == null ? GivenFile.beginning(file) : typed;
    return Videos.mayBeVideo(beginning) ? HashType.VPDQ : HashType.PDQ;
  }

  private void print(HashLines lines, HashType type, Path file, byte @Nullable [] typed)
      throws IOException {
    switch (type) {
      case PDQ -> lines.print(pdq(typed == null ? GivenFile.picture(file) : typed));
      case VPDQ -> lines.print(vpdq(file, typed));
      case MD5, SHA1, SHA256 -> {
        try (InputStream in =
            typed == null ? GivenFile.open(file) : new ByteArrayInputStream(typed)) {
          lines.print(type, type.ofBytes(in));
        }
      }
    }
  }

  private PdqFingerprint pdq(byte[] bytes) {
    try (Picture picture = media.decode(bytes)) {
      Raster raster = picture.stored();
      return PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height());
    }
  }

  private VpdqFingerprint vpdq(Path file, byte @Nullable [] typed) throws IOException {
    VideoOutcome outcome =
        typed == null
            ? videos().fingerprint(file)
            : videos().fingerprint(new ByteArrayInputStream(typed));
    return switch (outcome) {
      case VideoOutcome.Hashed hashed -> hashed.vpdq();
      case VideoOutcome.Unhashable weak -> throw new Problem(weak.sentence());
      case VideoOutcome.Refused refused -> throw new Problem(refused.sentence());
    };
  }

  /** Set up when the first video comes: FFmpeg is looked for once. */
  private Videos videos() {
    Videos known = videos;
    if (known == null) {
      known = Videos.of(Installation.of(spec).environment());
      videos = known;
    }
    return known;
  }

  private boolean complain(Path file, RuntimeException failure) {
    spec.commandLine().getErr().println(file + ": " + failure.getMessage());
    return false;
  }
}
