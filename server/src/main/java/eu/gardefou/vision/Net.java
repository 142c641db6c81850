package eu.gardefou.vision;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import eu.gardefou.models.Model;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loaded model. One square picture in, named numbers out. Safe for many threads; each call
 * computes on the thread that makes it.
 */
final class Net implements AutoCloseable {
  /**
   * Memory outside the heap is slow to get and late to be given back, so each thread keeps its own.
   */
  private static final ThreadLocal<FloatBuffer> BUFFER =
      ThreadLocal.withInitial(() -> FloatBuffer.allocate(0));

  private final ModelManifest manifest;
  private final OrtSession session;

  private Net(ModelManifest manifest, OrtSession session) {
    this.manifest = manifest;
    this.session = session;
  }

  /**
   * Loads a model.
   *
   * @throws ProcessEnding when the runtime is gone, or cannot begin, because the process ends
   */
  static Net load(ModelManifest manifest, ByteBuffer onnx) throws OrtException, ProcessEnding {
    try {
      return loadNow(manifest, onnx);
    } catch (OrtException | IllegalStateException failure) {
      if (ProcessEnding.hasBegun()) {
        throw new ProcessEnding(failure);
      }
      throw failure;
    }
  }

  private static Net loadNow(ModelManifest manifest, ByteBuffer onnx) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    // The pinned release sends nothing; on Windows even it speaks to the system's event tracing.
    environment.setTelemetry(false);
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Measured: no slower, and what a run used is given back.
      options.setCPUArenaAllocator(false);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      return new Net(manifest, environment.createSession(onnx, options));
    }
  }

  Model model() {
    return manifest.model();
  }

  ModelManifest manifest() {
    return manifest;
  }

  /** Whether the model takes one picture of the manifest's kind and has its output. */
  void checkPorts() throws BadModel, OrtException {
    if (!session.getInputNames().equals(Set.of(manifest.input().name()))) {
      throw new BadModel("the model's inputs are " + List.copyOf(session.getInputNames()));
    }
    if (!session.getOutputNames().contains(manifest.output().name())) {
      throw new BadModel("the model's outputs are " + List.copyOf(session.getOutputNames()));
    }
    long[] wanted = shape(manifest.input().size());
    boolean fits =
        session.getInputInfo().values().iterator().next().getInfo() instanceof TensorInfo input
            && input.type == OnnxJavaType.FLOAT
            && fits(input.getShape(), wanted);
    if (!fits) {
      throw new BadModel("the model does not take one picture of the manifest's size and layout");
    }
  }

  /** A side below zero is one that each run chooses. */
  private static boolean fits(long[] shape, long[] wanted) {
    boolean fits = shape.length == wanted.length;
    for (int i = 0; fits && i < wanted.length; i++) {
      fits = shape[i] < 0 || shape[i] == wanted[i];
    }
    return fits;
  }

  /**
   * What the model answers to a picture of its size.
   *
   * @param rgb row by row, colours running fastest
   * @param white what stands for white: 1 or 255
   */
  float[] answer(float[] rgb, double white) throws OrtException {
    ModelManifest.Input input = manifest.input();
    float[] scaled = new float[rgb.length];
    for (int colour = 0; colour < 3; colour++) {
      double std = input.std().get(colour);
      float factor = (float) (255 / white * input.scale() / std);
      float offset = (float) (input.mean().get(colour) / std);
      for (int i = colour; i < rgb.length; i += 3) {
        scaled[i] = rgb[i] * factor - offset;
      }
    }
    float[] answer = run(scaled, input.size()).get(manifest.output().name());
    if (answer == null) {
      throw new IllegalStateException("model " + manifest.name() + " gave no answer");
    }
    return answer;
  }

  /**
   * Runs the model on one picture.
   *
   * @param rgb side by side by 3, row by row, scaled as the model wants it
   */
  Map<String, float[]> run(float[] rgb, int side) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, direct(arranged(rgb)), shape(side));
        OrtSession.Result result = session.run(Map.of(manifest.input().name(), input))) {
      Map<String, float[]> outputs = new LinkedHashMap<>();
      for (Map.Entry<String, OnnxValue> output : result) {
        if (output.getValue() instanceof OnnxTensor tensor
            && tensor.getInfo().type == OnnxJavaType.FLOAT) {
          outputs.put(output.getKey(), copy(tensor));
        }
      }
      return outputs;
    }
  }

  private long[] shape(int side) {
    return switch (manifest.input().layout()) {
      case NHWC -> new long[] {1, side, side, 3};
      case NCHW -> new long[] {1, 3, side, side};
    };
  }

  private float[] arranged(float[] rgb) {
    boolean inOrder = manifest.input().colours() == ModelManifest.Colours.RGB;
    boolean together = manifest.input().layout() == ModelManifest.Layout.NHWC;
    if (inOrder && together) {
      return rgb;
    }
    int pixels = rgb.length / 3;
    float[] arranged = new float[rgb.length];
    for (int i = 0; i < pixels; i++) {
      for (int colour = 0; colour < 3; colour++) {
        int place = inOrder ? colour : 2 - colour;
        arranged[together ? i * 3 + place : place * pixels + i] = rgb[i * 3 + colour];
      }
    }
    return arranged;
  }

  private static FloatBuffer direct(float[] values) {
    FloatBuffer buffer = BUFFER.get();
    if (buffer.capacity() < values.length) {
      int bytes = Math.multiplyExact(values.length, Float.BYTES);
      buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
      BUFFER.set(buffer);
    }
    return buffer.clear().put(values).flip();
  }

  private static float[] copy(OnnxTensor tensor) {
    FloatBuffer buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
