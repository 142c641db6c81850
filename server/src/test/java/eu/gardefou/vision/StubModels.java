package eu.gardefou.vision;

import eu.gardefou.models.Checksum;
import eu.gardefou.models.StubNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models of an operator's own: small nets to which magenta is the bad content. */
final class StubModels {
  static final int SIZE = 32;

  private StubModels() {}

  /** Writes a model and its manifest into a folder. */
  static void write(Path folder, String name, byte[] onnx, String manifest) throws IOException {
    Files.write(folder.resolve(name + ".onnx"), onnx);
    Files.writeString(folder.resolve(name + ".model.json"), manifest);
  }

  /** A right manifest for {@link StubNet#magenta}, colours together. */
  static String manifest(String name, byte[] onnx) {
    return """
    {"name": "%s", "role": "content", "file": "%s.onnx", "sha256": "%s",
     "input": {"name": "input", "size": 32, "layout": "NHWC", "colours": "RGB",
               "scale": 0.00392156862745098, "resize": "corners"},
     "output": {"name": "chances", "reading": "probabilities"},
     "labels": ["plain", "canary"], "explicit": ["canary"],
     "licence": "CC0-1.0", "training": "Not trained: it adds up colours."}
    """
        .replaceAll("%s.onnx", name + ".onnx")
        .replaceFirst("%s", name)
        .replaceFirst("%s", Checksum.of(onnx));
  }

  /** The canary model, ready in a folder. */
  static void canary(Path folder, String name) throws IOException {
    byte[] onnx = StubNet.magenta(SIZE, false);
    write(folder, name, onnx, manifest(name, onnx));
  }
}
