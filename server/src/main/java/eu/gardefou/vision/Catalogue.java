package eu.gardefou.vision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All manifests: the shipped ones, then those that lie in the folders. */
final class Catalogue {
  /** How the name of a manifest's file ends. */
  static final String ENDING = ".model.json";

  /** The shipped models. */
  static final List<String> SHIPPED =
      List.of(
          "nsfw-inception-v3", "nsfw-mobilenet-v2", "blazeface-back", "faceres", "face-api-age");

  private static final int MOST = 12;
  private static final int LONGEST = 64 * 1024;

  private Catalogue() {}

  /**
   * A manifest, or what is wrong with it.
   *
   * @param name of the model, or of its file when the manifest cannot be read
   * @param manifest null when it cannot be read
   * @param problem a sentence; empty when there is none
   */
  record Entry(String name, @Nullable ModelManifest manifest, String problem, Path folder) {}

  static List<Entry> read(ModelFolders folders) {
    List<Entry> entries = new ArrayList<>();
    for (String name : SHIPPED) {
      entries.add(new Entry(name, shipped(name), "", folders.shipped()));
    }
    Set<String> names = new HashSet<>(SHIPPED);
    List<Path> files = new ArrayList<>(files(folders.shipped(), entries));
    if (folders.own() != null) {
      files.addAll(own(folders.own(), entries));
    }
    for (Path file : files) {
      Entry entry = read(file);
      if (entries.size() >= SHIPPED.size() + MOST) {
        entry = bad(entry.name(), "there are more than " + MOST + " manifests", file);
      } else if (!names.add(entry.name())) {
        entry = bad(stem(file), "another model has the name " + entry.name(), file);
      }
      entries.add(entry);
    }
    return entries;
  }

  static ModelManifest shipped(String name) {
    try (InputStream in = Catalogue.class.getResourceAsStream("/vision/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the manifest of " + name + " is not in the program");
      }
      return ManifestReader.read(new String(in.readAllBytes(), UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (BadModel bad) {
      throw new IllegalStateException("the manifest of " + name + " is not right", bad);
    }
  }

  /** A folder that somebody names and that is not there holds models that do not look. */
  private static List<Path> own(Path folder, List<Entry> entries) {
    if (!Files.isDirectory(folder)) {
      entries.add(new Entry("own-models", null, "there is no folder " + folder, folder));
      return List.of();
    }
    return files(folder, entries);
  }

  private static List<Path> files(Path folder, List<Entry> entries) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException unreadable) {
      entries.add(
          new Entry("own-models", null, "the folder " + folder + " cannot be read", folder));
      return List.of();
    }
  }

  private static Entry read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        return bad(stem(file), "the manifest is longer than " + LONGEST + " bytes", file);
      }
      ModelManifest manifest = ManifestReader.read(new String(bytes, UTF_8));
      return new Entry(manifest.name(), manifest, "", folder(file));
    } catch (BadModel bad) {
      return bad(stem(file), String.valueOf(bad.getMessage()), file);
    } catch (IOException unreadable) {
      return bad(stem(file), "the manifest cannot be read", file);
    }
  }

  private static Entry bad(String name, String problem, Path file) {
    return new Entry(name, null, problem, folder(file));
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of(".") : parent;
  }

  /** Its name without the ending, as far as it is harmless to print. */
  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    String stem = name.substring(0, Math.max(0, name.length() - ENDING.length()));
    String clean = stem.replaceAll("[^A-Za-z0-9.-]", "_");
    return clean.isEmpty() ? "unnamed" : clean.substring(0, Math.min(63, clean.length()));
  }
}
