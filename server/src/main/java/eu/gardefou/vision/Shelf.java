package eu.gardefou.vision;

import ai.onnxruntime.OrtException;
import eu.gardefou.models.Checksum;
import eu.gardefou.models.Manifest;
import eu.gardefou.models.Model;
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
 * The models of the manifest, loaded as far as they can be. A file that is not exactly the one that
 * the manifest names is not loaded. What is checked is what is loaded: the file is read once.
 */
final class Shelf implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Shelf.class);

  private final Map<String, Net> nets = new LinkedHashMap<>();
  private final List<ModelState> states = new ArrayList<>();

  private Shelf() {}

  static Shelf load(Path folder) {
    Shelf shelf = new Shelf();
    for (Model model : Manifest.models()) {
      shelf.add(model, folder.resolve(model.file()));
    }
    return shelf;
  }

  private void add(Model model, Path file) {
    if (!Files.isRegularFile(file)) {
      refuse(model, ModelState.State.MISSING, "missing");
      return;
    }
    // Outside the heap, and given back at once: the largest file has 90 MB.
    try (Arena arena = Arena.ofConfined()) {
      ByteBuffer onnx = read(file, arena);
      if (!Checksum.of(onnx).equals(model.sha256())) {
        refuse(model, ModelState.State.DAMAGED, "checksum");
        return;
      }
      nets.put(model.name(), Net.load(model, onnx));
      states.add(new ModelState(model.name(), model.version(), ModelState.State.ON, ""));
    } catch (ProcessEnding ending) {
      log.debug("model {} is not loaded any more: {}", model.name(), ending.getMessage());
      leaveOut(model, ModelState.State.MISSING, "interrupted");
    } catch (IOException | OrtException failure) {
      log.error("model {} cannot be loaded", model.name(), failure);
      refuse(model, ModelState.State.DAMAGED, "unreadable");
    }
  }

  private static ByteBuffer read(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = arena.allocate(channel.size()).asByteBuffer();
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw new EOFException("a model became shorter while it was read");
        }
      }
      return bytes.flip();
    }
  }

  private void refuse(Model model, ModelState.State state, String why) {
    log.error("model {} is off: {}", model.name(), why);
    leaveOut(model, state, why);
  }

  private void leaveOut(Model model, ModelState.State state, String why) {
    states.add(new ModelState(model.name(), model.version(), state, why));
  }

  /** Every model of the manifest, in its order. */
  List<ModelState> states() {
    return List.copyOf(states);
  }

  /** The models that are off. */
  List<Missing> missing() {
    return states.stream()
        .filter(state -> state.state() != ModelState.State.ON)
        .map(state -> new Missing(state.name(), state.why()))
        .toList();
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
