package eu.gardefou.cli;

import eu.gardefou.hashing.PdqHash;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Upstream's own Java hasher, compiled from a checkout into a folder that goes afterwards. */
final class JavaPeer implements HashPeer {
  private static final String SOURCES = "pdq/java/src/main/java/pdqhashing";
  private static final int SIDE = 64;
  private static final int KEPT = 16;

  private final Object hasher;
  private final Method method;

  private JavaPeer(Object hasher, Method method) {
    this.hasher = hasher;
    this.method = method;
  }

  static Optional<HashPeer> of(Path checkout, Path work)
      throws IOException, ReflectiveOperationException {
    Path sources = checkout.resolve(SOURCES);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null || !Files.isDirectory(sources) || !compile(compiler, sources, work)) {
      return Optional.empty();
    }
    URL[] classes = {work.toUri().toURL()};
    // Left open: its classes are needed until the program ends.
    @SuppressWarnings("resource")
    URLClassLoader loader = new URLClassLoader(classes);
    Class<?> type = loader.loadClass("pdqhashing.hasher.PDQHasher");
    Method method =
        type.getMethod(
            "fromBufferedImage",
            BufferedImage.class,
            float[].class,
            float[].class,
            float[][].class,
            float[][].class,
            float[][].class);
    return Optional.of(new JavaPeer(type.getConstructor().newInstance(), method));
  }

  @Override
  public String name() {
    return "upstream Java";
  }

  @Override
  public Answer fromPixels(DrawnPicture picture, Stopwatch stopwatch) throws Exception {
    return new Answer(hash(picture.image()), stopwatch.time(() -> hash(picture.image())));
  }

  @Override
  public Optional<Answer> fromJpeg(DrawnPicture picture, Stopwatch stopwatch) throws Exception {
    byte[] file = picture.jpeg();
    return Optional.of(new Answer(hash(read(file)), stopwatch.time(() -> hash(read(file)))));
  }

  private PdqHash hash(BufferedImage image) throws ReflectiveOperationException {
    int pixels = image.getWidth() * image.getHeight();
    Object answer =
        method.invoke(
            hasher,
            image,
            new float[pixels],
            new float[pixels],
            new float[SIDE][SIDE],
            new float[KEPT][SIDE],
            new float[KEPT][KEPT]);
    return PdqHash.parse(answer.getClass().getMethod("getHash").invoke(answer).toString());
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static boolean compile(JavaCompiler compiler, Path sources, Path work)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all =
        Stream.of("hasher", "types", "utils").map(sources::resolve).flatMap(JavaPeer::list)) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      return compiler
          .getTask(
              Writer.nullWriter(),
              manager,
              _ -> {},
              List.of("-d", work.toString(), "-proc:none", "-nowarn"),
              null,
              manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException absent) {
      return Stream.of();
    }
  }
}
