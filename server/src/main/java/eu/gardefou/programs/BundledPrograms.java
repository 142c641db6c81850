package eu.gardefou.programs;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Programs and their libraries in bytedeco's jars on the class path, unpacked once. Nothing of them
 * is ever loaded into this process.
 *
 * @param version of the jars; a new one gets a new folder
 * @param libraries whose folders in the jars are unpacked, such as {@code ffmpeg}
 * @param programs the names of those that may be run
 */
public record BundledPrograms(String version, List<String> libraries, Set<String> programs) {
  private static final String UNPACKING = "new";

  /** Copies the lists. */
  public BundledPrograms {
    libraries = List.copyOf(libraries);
    programs = Set.copyOf(programs);
  }

  /**
   * Unpacks beside and moves, so that nobody uses half of it; many may do so at once. Nobody but
   * the owner may look into the folder.
   *
   * @return where the programs are
   * @throws IOException when there are none for this system, or the folder cannot be written
   */
  public Path unpackInto(Path folder) throws IOException {
    Path home = folder.resolve(version).toAbsolutePath().normalize();
    if (Files.isDirectory(home)) {
      return home;
    }
    List<Resource> files = files();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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

  private List<Resource> files() throws IOException {
    var jars = new PathMatchingResourcePatternResolver(BundledPrograms.class.getClassLoader());
    List<Resource> files = new ArrayList<>();
    for (String library : libraries) {
      List<Resource> found =
          List.of(
              jars.getResources("classpath*:org/bytedeco/" + library + "/" + platform() + "/*"));
      if (found.isEmpty()) {
        throw new IOException("there is no " + library + " for " + platform());
      }
      files.addAll(found);
    }
    return files;
  }

  private void unpack(Resource file, Path target) throws IOException {
    String name = Objects.requireNonNull(file.getFilename(), "a file of a jar has a name");
    boolean program = programs.contains(name);
    if (program || isLibrary(name)) {
      Path path = target.resolve(name);
      try (InputStream content = file.getInputStream()) {
        Files.copy(content, path);
      }
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
    }
  }

  /** Those named {@code libjni} are for Java programs that load the library, which we never do. */
  private static boolean isLibrary(String name) {
    return name.startsWith("lib")
        && !name.startsWith("libjni")
        && (name.contains(".so") || name.endsWith(".dylib"));
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
