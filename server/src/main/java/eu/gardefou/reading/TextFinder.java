package eu.gardefou.reading;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import eu.gardefou.media.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds where lines of text are, large and small, in any script. Safe for many threads. */
final class TextFinder implements AutoCloseable {
  /** A look at so many pixels takes about a third of a second of one core. */
  static final int FINE = 1_250_000;

  private static final int COARSE = 300_000;
  private static final double MOST_ENLARGED = 2;
  private static final int STEP = 32;
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
  private static final int PROBES = 5;
  private static final double MOSTLY = 0.75;
  private static final double SAME_HEIGHT = 1.6;

  private final OrtSession session;

  private TextFinder(OrtSession session) {
    this.session = session;
  }

  /** Loads the model; the buffer can be given back afterwards. */
  static TextFinder load(ByteBuffer onnx) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      return new TextFinder(environment.createSession(onnx, options));
    }
  }

  /**
   * All places, in no order: once as it is for large letters, once with faint differences made
   * strong for small ones.
   *
   * @param fine pixels of the closer look
   */
  List<TextBox> find(Raster picture, int fine, Deadline deadline) throws OrtException {
    List<TextBox> small = look(picture, fine, true);
    deadline.check();
    List<TextBox> boxes = new ArrayList<>(small);
    for (TextBox large : look(picture, Math.min(COARSE, fine / 4), false)) {
      if (!isAmong(small, large)) {
        boxes.add(large);
      }
    }
    return boxes;
  }

  private List<TextBox> look(Raster picture, int pixels, boolean contrasted) throws OrtException {
    double area = (double) picture.width() * picture.height();
    double scale = Math.min(MOST_ENLARGED, Math.sqrt(pixels / area));
    int width = side(picture.width() * scale);
    int height = side(picture.height() * scale);
    Planes planes = Planes.scaled(picture, width, height);
    if (contrasted) {
      planes = planes.contrasted();
    }
    double x = (double) picture.width() / width;
    double y = (double) picture.height() / height;
    return new Blobs(run(planes), width).boxes().stream().map(box -> scaled(box, x, y)).toList();
  }

  private static int side(double wanted) {
    return Math.max(STEP, (int) Math.round(wanted / STEP) * STEP);
  }

  private float[] run(Planes planes) throws OrtException {
    int size = planes.width() * planes.height();
    FloatBuffer input =
        ByteBuffer.allocateDirect(Math.multiplyExact(size, 3 * Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int c = 0; c < 3; c++) {
      // The model was made for blue first.
      float[] plane = planes.channel(2 - c);
      for (float value : plane) {
        input.put((value / 255 - MEAN[c]) / DEVIATION[c]);
      }
    }
    long[] shape = {1, 3, planes.height(), planes.width()};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    String name = session.getInputNames().iterator().next();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input.flip(), shape);
        OrtSession.Result result = session.run(Map.of(name, tensor))) {
      float[] map = new float[size];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(map);
      return map;
    }
  }

  private static TextBox scaled(TextBox box, double x, double y) {
    double alongX = box.alongX() * x;
    double alongY = box.alongY() * y;
    double along = Math.hypot(alongX, alongY);
    double across = Math.hypot(box.alongY() * x, box.alongX() * y);
    return new TextBox(
        box.x() * x,
        box.y() * y,
        alongX / along,
        alongY / along,
        box.length() * along,
        box.height() * across);
  }

  /** Whether the close look has found the same, maybe word by word. */
  private static boolean isAmong(List<TextBox> found, TextBox box) {
    int inside = 0;
    for (int i = 0; i < PROBES; i++) {
      double at = ((i + 0.5) / PROBES - 0.5) * box.length();
      double x = box.x() + at * box.alongX();
      double y = box.y() + at * box.alongY();
      boolean there =
          found.stream()
              .anyMatch(other ->
                  other.contains(x, y)
                      && Math.min(box.height(), box.length())
                          <= SAME_HEIGHT * Math.min(other.height(), other.length()));
      inside += there ? 1 : 0;
    }
    return inside >= MOSTLY * PROBES;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
