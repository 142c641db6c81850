package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.models.Checksum;
import eu.gardefou.vision.Catalogue.Entry;
import eu.gardefou.vision.ModelManifest.Role;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of all manifests, loaded as far as they can be. A file that is not exactly the one
 * that its manifest names is not loaded. What is checked is what is loaded: the file is read once.
 * Then the model is tried out.
 */
final class Shelf implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Shelf.class);

  /** 1 GiB: ten times the largest that is shipped. */
  private static final long LARGEST = 1L << 30;

  private final Map<String, Net> nets = new LinkedHashMap<>();
  private final List<ModelState> states = new ArrayList<>();

  private Shelf() {}

  static Shelf load(Path folder) {
    return load(ModelFolders.of(folder));
  }

  static Shelf load(ModelFolders folders) {
    Shelf shelf = new Shelf();
    List<Entry> replaced = new ArrayList<>();
    for (Entry entry : Catalogue.read(folders)) {
      boolean aside =
          Catalogue.SHIPPED.contains(entry.name()) && folders.replaced().containsKey(entry.name());
      if (aside) {
        replaced.add(entry);
      } else {
        shelf.add(entry);
      }
    }
    replaced.forEach(entry -> shelf.setAside(entry, folders.replaced().get(entry.name())));
    for (String name : folders.replaced().keySet()) {
      if (!Catalogue.SHIPPED.contains(name)) {
        shelf.refuse(
            Sheet.unknown(name),
            ModelState.State.DAMAGED,
            "manifest",
            "nothing of this name is shipped, so nothing can replace it");
      }
    }
    return shelf;
  }

  private void add(Entry entry) {
    ModelManifest manifest = entry.manifest();
    if (manifest == null) {
      refuse(Sheet.unknown(entry.name()), ModelState.State.DAMAGED, "manifest", entry.problem());
      return;
    }
    if (manifest.role() == Role.FACE && finder() != null) {
      refuse(
          Sheet.of(manifest),
          ModelState.State.DAMAGED,
          "manifest",
          "there is a face model already");
      return;
    }
    add(manifest, entry.folder().resolve(manifest.file()));
  }

  private void add(ModelManifest manifest, Path file) {
    Sheet sheet = Sheet.of(manifest);
    if (!Files.isRegularFile(file)) {
      refuse(sheet, ModelState.State.MISSING, "missing", "there is no file " + file);
      return;
    }
    // Outside the heap, and given back at once: the largest file has 90 MB.
    try (Arena arena = Arena.ofConfined()) {
      ByteBuffer onnx = read(file, arena);
      if (!Checksum.of(onnx).equals(manifest.sha256())) {
        refuse(
            sheet, ModelState.State.DAMAGED, "checksum", "the file is not the one of the manifest");
        return;
      }
      take(manifest, Net.load(manifest, onnx));
      states.add(sheet.state(ModelState.State.ON, "", ""));
    } catch (ProcessEnding ending) {
      log.debug("model {} is not loaded any more: {}", manifest.name(), ending.getMessage());
      states.add(sheet.state(ModelState.State.MISSING, "interrupted", ""));
    } catch (BadModel bad) {
      refuse(sheet, ModelState.State.DAMAGED, "unfit", String.valueOf(bad.getMessage()));
    } catch (IOException | OrtException failure) {
      log.error("model {} cannot be loaded", manifest.name(), failure);
      refuse(sheet, ModelState.State.DAMAGED, "unreadable", "the file cannot be loaded");
    }
  }

  private void take(ModelManifest manifest, Net net) throws BadModel, OrtException {
    try {
      Probe.check(net);
    } catch (BadModel | OrtException | RuntimeException failure) {
      net.close();
      throw failure;
    }
    nets.put(manifest.name(), net);
  }

  private static ByteBuffer read(Path file, Arena arena) throws IOException, BadModel {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > LARGEST) {
        throw new BadModel("the file is larger than 1 GiB");
      }
      ByteBuffer bytes = arena.allocate(channel.size()).asByteBuffer();
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw new EOFException("a model became shorter while it was read");
        }
      }
      return bytes.flip();
    }
  }

  /** A model that another one stands in for is not missing; without such a one it is. */
  private void setAside(Entry entry, @Nullable String by) {
    ModelManifest manifest = entry.manifest();
    Net instead = by == null ? null : nets.get(by);
    if (manifest != null && instead != null && instead.manifest().role() == manifest.role()) {
      log.warn("model {} is replaced by {}, as the operator has set it up", entry.name(), by);
      states.add(Sheet.of(manifest).state(ModelState.State.REPLACED, "", "replaced by " + by));
      return;
    }
    Sheet sheet = manifest == null ? Sheet.unknown(entry.name()) : Sheet.of(manifest);
    refuse(
        sheet,
        ModelState.State.MISSING,
        "switched-off",
        "set aside, and no model of its kind stands in for it");
  }

  private void refuse(Sheet sheet, ModelState.State state, String why, String detail) {
    log.error("model {} is off: {} ({})", sheet.name(), why, detail);
    states.add(sheet.state(state, why, detail));
  }

  /** What is told of a model, whatever became of it. */
  private record Sheet(
      String name, String version, String role, String licence, String source, String training) {
    static Sheet of(ModelManifest manifest) {
      return new Sheet(
          manifest.name(),
          manifest.version(),
          Fields.word(manifest.role()),
          manifest.licence(),
          manifest.source(),
          manifest.training());
    }

    static Sheet unknown(String name) {
      return new Sheet(name, "", "", "", "", "");
    }

    ModelState state(ModelState.State state, String why, String detail) {
      return new ModelState(name, version, state, why, role, licence, source, training, detail);
    }
  }

  /** Every model, the shipped ones first. */
  List<ModelState> states() {
    return List.copyOf(states);
  }

  /** The models that are off. */
  List<Missing> missing() {
    return states.stream()
        .filter(state -> !state.why().isEmpty())
        .map(state -> new Missing(state.name(), state.why()))
        .toList();
  }

  /** The models of one role, in the order of their manifests. */
  List<Net> of(Role role) {
    return nets.values().stream().filter(net -> net.manifest().role() == role).toList();
  }

  /** The face detector; null when it is off. */
  @Nullable Net finder() {
    List<Net> finders = of(Role.FACE);
    return finders.isEmpty() ? null : finders.getFirst();
  }

  @Nullable Net find(String name) {
    return nets.get(name);
  }

  @Override
  public void close() {
    for (Net net : nets.values()) {
      try {
        net.close();
      } catch (OrtException failure) {
        log.warn("model {} did not close", net.model().name(), failure);
      }
    }
    nets.clear();
  }
}
