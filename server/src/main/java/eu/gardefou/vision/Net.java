package eu.gardefou.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import eu.gardefou.models.Model;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A loaded model. One square picture in, named numbers out. Safe for many threads; each call
 * computes on the thread that makes it.
 */
final class Net implements AutoCloseable {
  private static final String INPUT = "input";

  /**
   * Memory outside the heap is slow to get and late to be given back, so each thread keeps its own.
   */
  private static final ThreadLocal<FloatBuffer> BUFFER =
      ThreadLocal.withInitial(() -> FloatBuffer.allocate(0));

  private final Model model;
  private final OrtSession session;

  private Net(Model model, OrtSession session) {
    this.model = model;
    this.session = session;
  }

  /**
   * Loads a model.
   *
   * @throws ProcessEnding when the runtime is gone, or cannot begin, because the process ends
   */
  static Net load(Model model, ByteBuffer onnx) throws OrtException, ProcessEnding {
    try {
      return loadNow(model, onnx);
    } catch (OrtException | IllegalStateException failure) {
      if (ProcessEnding.hasBegun()) {
        throw new ProcessEnding(failure);
      }
      throw failure;
    }
  }

  private static Net loadNow(Model model, ByteBuffer onnx) throws OrtException {
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
      return new Net(model, environment.createSession(onnx, options));
    }
  }

  Model model() {
    return model;
  }

  /**
   * Runs the model on one picture.
   *
   * @param rgb side by side by 3, row by row, scaled as the model wants it
   */
  Map<String, float[]> run(float[] rgb, int side) throws OrtException {
    long[] shape = {1, side, side, 3};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor input = OnnxTensor.createTensor(environment, direct(rgb), shape);
        OrtSession.Result result = session.run(Map.of(INPUT, input))) {
      Map<String, float[]> outputs = new LinkedHashMap<>();
      for (Map.Entry<String, OnnxValue> output : result) {
        outputs.put(output.getKey(), copy((OnnxTensor) output.getValue()));
      }
      return outputs;
    }
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
