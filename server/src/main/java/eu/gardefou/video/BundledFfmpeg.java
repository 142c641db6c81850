package eu.gardefou.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * FFmpeg's programs and libraries, unpacked once from bytedeco's jars on the class path. Nothing of
 * them is ever loaded into this process.
 */
final class BundledFfmpeg {
  /** Of the jars on the class path; a new one gets a new folder. */
  static final String VERSION = "8.0.1-1.5.13";

  private static final String UNPACKING = "new";

  private BundledFfmpeg() {}

  /** Unpacks beside and moves, so that nobody uses half of it; many may do so at once. */
  static Path unpackInto(Path folder) throws IOException {
    Path home = folder.resolve(VERSION).toAbsolutePath().normalize();
    if (Files.isDirectory(home)) {
      return home;
    }
    Resource[] files = files(platform());
    ownerOnly(folder);
    Path fresh = Files.createTempDirectory(folder, UNPACKING);
    try {
      removeOld(folder, fresh);
      for (Resource file : files) {
        unpack(file, fresh);
      }
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
      // Somebody else was quicker, with the same files.
    } finally {
      FileSystemUtils.deleteRecursively(fresh);
    }
    return home;
  }

  /** What was left behind half unpacked; nobody unpacks for a day. */
  private static void removeOld(Path folder, Path fresh) throws IOException {
    Instant now = Files.getLastModifiedTime(fresh).toInstant();
    FileTime yesterday = FileTime.from(now.minus(Duration.ofDays(1)));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNPACKING + "*")) {
      for (Path half : left) {
        if (Files.getLastModifiedTime(half).compareTo(yesterday) < 0) {
          FileSystemUtils.deleteRecursively(half);
        }
      }
    } catch (DirectoryIteratorException | NoSuchFileException another) {
      // Somebody else was quicker to tidy up.
    }
  }

  private static void ownerOnly(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static Resource[] files(String platform) throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver(BundledFfmpeg.class.getClassLoader())
            .getResources("classpath*:org/bytedeco/ffmpeg/" + platform + "/*");
    if (files.length == 0) {
      throw new IOException("there is none for " + platform);
    }
    return files;
  }

  private static void unpack(Resource file, Path target) throws IOException {
    String name = Objects.requireNonNull(file.getFilename(), "a file of a jar has a name");
    boolean program = name.equals("ffmpeg") || name.equals("ffprobe");
    // The others are for Java programs that load FFmpeg, which we never do.
    if (program || (name.startsWith("lib") && !name.startsWith("libjni"))) {
      Path path = target.resolve(name);
      try (InputStream content = file.getInputStream()) {
        Files.copy(content, path);
      }
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
    }
  }

  /** As bytedeco writes it. */
  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "");
    return (system.contains("mac") ? "macosx" : system.replace(' ', '-'))
        + "-"
        + switch (processor) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> processor;
        };
  }
}
