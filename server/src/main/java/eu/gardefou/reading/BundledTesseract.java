package eu.gardefou.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Tesseract and its libraries, unpacked once from bytedeco's jars on the class path. Nothing of
 * them is ever loaded into this process.
 */
final class BundledTesseract {
  /** Of the jar on the class path; a new one gets a new folder. */
  static final String VERSION = "5.5.2-1.5.13";

  static final String PROGRAM = "tesseract";

  private BundledTesseract() {}

  /** Unpacks beside and moves, so that nobody uses half of it; many may do so at once. */
  static Path unpackInto(Path folder) throws IOException {
    Path home = folder.resolve(VERSION).toAbsolutePath().normalize();
    if (Files.isDirectory(home)) {
      return home;
    }
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path fresh = Files.createTempDirectory(folder, "new");
    try {
      unpackAll("tesseract", fresh);
      unpackAll("leptonica", fresh);
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
      // Somebody else was quicker, with the same files.
    } finally {
      FileSystemUtils.deleteRecursively(fresh);
    }
    return home;
  }

  private static void unpackAll(String library, Path target) throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver(BundledTesseract.class.getClassLoader())
            .getResources("classpath*:org/bytedeco/" + library + "/" + platform() + "/*");
    if (files.length == 0) {
      throw new IOException("there is none for " + platform());
    }
    for (Resource file : files) {
      unpack(file, target);
    }
  }

  private static void unpack(Resource file, Path target) throws IOException {
    String name = Objects.requireNonNull(file.getFilename(), "a file of a jar has a name");
    boolean library =
        name.startsWith("lib")
            && !name.startsWith("libjni")
            && (name.contains(".so") || name.endsWith(".dylib"));
    if (library || name.equals(PROGRAM)) {
      Path path = target.resolve(name);
      try (InputStream content = file.getInputStream()) {
        Files.copy(content, path);
      }
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(library ? "rw-------" : "rwx------"));
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
