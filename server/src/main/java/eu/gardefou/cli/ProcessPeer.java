package eu.gardefou.cli;

import eu.gardefou.hashing.PdqHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A hasher in a process of its own, which reads a file of pixels or a JPEG file, times itself, and
 * prints its hash and the mean of each round in milliseconds.
 */
final class ProcessPeer implements HashPeer {
  private static final String PYTHON_SCRIPT = "pdqhash_peer.py";
  private static final String CPP_SOURCE = "pdq_peer.cpp";

  private final String name;
  private final List<String> command;
  private final boolean readsJpeg;
  private final Path work;

  private ProcessPeer(String name, List<String> command, boolean readsJpeg, Path work) {
    this.name = name;
    this.command = command;
    this.readsJpeg = readsJpeg;
    this.work = work;
  }

  /** The wheel that Hasher-Matcher-Actioner hashes with, if that Python has it. */
  static Optional<HashPeer> pdqhash(Path python, Path work)
      throws IOException, InterruptedException {
    Path script = unpack(PYTHON_SCRIPT, work);
    if (!succeeds(List.of(python.toString(), "-c", "import numpy, pdqhash, PIL.Image"), work)) {
      return Optional.empty();
    }
    List<String> command = List.of(python.toString(), script.toString());
    return Optional.of(new ProcessPeer("pdqhash", command, true, work));
  }

  /** Upstream's C++ hasher, if the checkout has it and a compiler is there. */
  static Optional<HashPeer> cpp(Path checkout, Path work) throws IOException, InterruptedException {
    Path code = checkout.resolve("pdq/cpp");
    Path program = work.resolve("pdq_peer");
    if (!Files.isDirectory(code)) {
      return Optional.empty();
    }
    List<String> compile =
        List.of(
            "c++",
            "-O3",
            "-march=native",
            "-I" + checkout,
            "-o",
            program.toString(),
            unpack(CPP_SOURCE, work).toString(),
            code.resolve("hashing/pdqhashing.cpp").toString(),
            code.resolve("hashing/torben.cpp").toString(),
            code.resolve("common/pdqhashtypes.cpp").toString(),
            code.resolve("common/pdqhamming.cpp").toString(),
            code.resolve("downscaling/downscaling.cpp").toString());
    return succeeds(compile, work)
        ? Optional.of(new ProcessPeer("upstream C++", List.of(program.toString()), false, work))
        : Optional.empty();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Answer fromPixels(DrawnPicture picture, Stopwatch stopwatch)
      throws IOException, InterruptedException {
    return ask("pixels", picture.rgbBytes(), picture, stopwatch);
  }

  @Override
  public Optional<Answer> fromJpeg(DrawnPicture picture, Stopwatch stopwatch)
      throws IOException, InterruptedException {
    return readsJpeg
        ? Optional.of(ask("jpeg", picture.jpeg(), picture, stopwatch))
        : Optional.empty();
  }

  private Answer ask(String kind, byte[] content, DrawnPicture picture, Stopwatch stopwatch)
      throws IOException, InterruptedException {
    Path file = Files.write(work.resolve(kind), content);
    List<String> line = new ArrayList<>(command);
    line.addAll(
        List.of(
            kind,
            file.toString(),
            String.valueOf(picture.width()),
            String.valueOf(picture.height()),
            String.valueOf(stopwatch.round() / 1_000_000),
            String.valueOf(stopwatch.rounds())));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new Problem(name + " failed; leave it out with --no-peers.");
    }
    String[] words = said.strip().split(" +", -1);
    double[] rounds = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
    return new Answer(PdqHash.parse(words[0]), Stopwatch.Time.of(rounds));
  }

  private static boolean succeeds(List<String> command, Path work)
      throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .directory(work.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private static Path unpack(String resource, Path work) throws IOException {
    Path file = work.resolve(resource);
    try (InputStream in =
        Objects.requireNonNull(ProcessPeer.class.getResourceAsStream(resource), resource)) {
      Files.copy(in, file);
    }
    return file;
  }
}
