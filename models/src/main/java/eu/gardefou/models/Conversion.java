package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the files of one package into one ONNX file. */
final class Conversion {
  /** What a wrapped script exports, as a literal: the only such assignment in the file. */
  private static final Pattern EXPORT = Pattern.compile("\\b\\w+\\.exports=(?=[{\"'])");

  private Conversion() {}

  /**
   * Converts.
   *
   * @param files contents of the source's files, in its order
   */
  static byte[] convert(ModelSource source, List<byte[]> files) {
    OnnxGraph graph = new OnnxGraph(source.model().name());
    Layers layers = new Layers(graph);
    switch (source.reader()) {
      case KERAS_SCRIPT -> keras(source.recipe(), files, layers);
      case TENSORFLOW_GRAPH -> tensorFlow(source.recipe(), files, layers);
      case FACE_API_AGE -> faceApi(source.recipe(), files, layers);
    }
    return graph.toBytes();
  }

  private static void keras(Recipe recipe, List<byte[]> files, Layers layers) {
    Literal description = exported(files.getFirst());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] shard : files.subList(1, files.size())) {
      bytes.writeBytes(Base64.getDecoder().decode(exported(shard).text()));
    }
    Literal manifest = description.get("weightsManifest");
    Map<String, Tensor> weights = WeightReader.read(manifest, bytes.toByteArray());
    KerasNet.write(description.get("modelTopology"), weights, recipe, layers);
  }

  private static void tensorFlow(Recipe recipe, List<byte[]> files, Layers layers) {
    Literal description = Literal.parse(new String(files.get(0), UTF_8));
    Map<String, Tensor> weights =
        WeightReader.read(description.get("weightsManifest"), files.get(1));
    TensorFlowNet.write(description.get("modelTopology"), weights, recipe, layers);
  }

  private static void faceApi(Recipe recipe, List<byte[]> files, Layers layers) {
    Literal manifest = Literal.parse(new String(files.get(0), UTF_8));
    FaceApiAgeNet.write(WeightReader.read(manifest, files.get(1)), recipe, layers);
  }

  static Literal exported(byte[] script) {
    String text = new String(script, UTF_8);
    Matcher export = EXPORT.matcher(text);
    if (!export.find()) {
      throw new ModelError("a model script exports nothing that is known");
    }
    return new LiteralParser(text, export.end()).parseValue();
  }
}
