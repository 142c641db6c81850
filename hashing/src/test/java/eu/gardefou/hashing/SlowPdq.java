package eu.gardefou.hashing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * PDQ the slow and plain way: whole-picture box passes with upstream's running sums in upstream's
 * order, and every pose by a transform of its own. The model that the fast form is compared with.
 */
final class SlowPdq {
  private static final int SIDE = 64;
  private static final int KEPT = 16;

  private SlowPdq() {}

  static PdqFingerprint hash(float[] luma, int width, int height) {
    float[][] samples = samples(luma, width, height);
    float[][] transform = transform(samples);
    List<PdqHash> poses = new ArrayList<>();
    for (Pose pose : POSES) {
      poses.add(bits(pose, transform));
    }
    return new PdqFingerprint(quality(samples), poses);
  }

  /** Which coefficient, and with which sign, stands at row i and column j of a pose's transform. */
  private interface Pose {
    float at(float[][] transform, int i, int j);
  }

  private static final List<Pose> POSES =
      List.of(
          (t, i, j) -> t[i][j],
          (t, i, j) -> i % 2 == 1 ? t[j][i] : -t[j][i],
          (t, i, j) -> (i + j) % 2 == 0 ? t[i][j] : -t[i][j],
          (t, i, j) -> j % 2 == 1 ? t[j][i] : -t[j][i],
          (t, i, j) -> i % 2 == 1 ? t[i][j] : -t[i][j],
          (t, i, j) -> j % 2 == 1 ? t[i][j] : -t[i][j],
          (t, i, j) -> t[j][i],
          (t, i, j) -> (i + j) % 2 == 0 ? t[j][i] : -t[j][i]);

  private static float[][] samples(float[] luma, int width, int height) {
    float[][] rows = new float[height][];
    for (int y = 0; y < height; y++) {
      rows[y] = Arrays.copyOfRange(luma, y * width, (y + 1) * width);
    }
    // Upstream takes 64 by 64 pixels as they are.
    if (width != SIDE || height != SIDE) {
      for (int pass = 0; pass < 2; pass++) {
        rows = boxed(rows);
        rows = transposed(boxed(transposed(rows)));
      }
    }
    float[][] samples = new float[SIDE][SIDE];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        samples[i][j] = rows[centre(i, height)][centre(j, width)];
      }
    }
    return samples;
  }

  private static int centre(int sample, int length) {
    return (int) ((sample + 0.5) * length / SIDE);
  }

  private static float[][] boxed(float[][] lines) {
    float[][] boxed = new float[lines.length][];
    for (int k = 0; k < lines.length; k++) {
      boxed[k] = boxed(lines[k]);
    }
    return boxed;
  }

  private static float[] boxed(float[] line) {
    int window = (line.length + 127) / 128;
    int ahead = window / 2;
    float[] boxed = new float[line.length];
    float sum = 0;
    int count = 0;
    for (int next = 0; next < line.length + ahead; next++) {
      if (next < line.length) {
        sum += line[next];
        count++;
      }
      if (next >= window) {
        sum -= line[next - window];
        count--;
      }
      if (next >= ahead) {
        boxed[next - ahead] = sum / count;
      }
    }
    return boxed;
  }

  private static float[][] transposed(float[][] lines) {
    float[][] transposed = new float[lines[0].length][lines.length];
    for (int i = 0; i < lines.length; i++) {
      for (int j = 0; j < lines[0].length; j++) {
        transposed[j][i] = lines[i][j];
      }
    }
    return transposed;
  }

  private static int quality(float[][] samples) {
    int sum = 0;
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE - 1; j++) {
        sum += Math.abs((int) ((samples[i][j] - samples[i][j + 1]) * 100 / 255));
        sum += Math.abs((int) ((samples[j][i] - samples[j + 1][i]) * 100 / 255));
      }
    }
    return Math.min(100, sum / 90);
  }

  private static float[][] transform(float[][] samples) {
    float[][] cosines = new float[KEPT][SIDE];
    for (int i = 0; i < KEPT; i++) {
      for (int j = 0; j < SIDE; j++) {
        float scale = (float) Math.sqrt(2.0 / 64);
        cosines[i][j] = (float) (scale * Math.cos(Math.PI / 2 / 64 * (i + 1) * (2 * j + 1)));
      }
    }
    float[][] half = new float[KEPT][SIDE];
    float[][] whole = new float[KEPT][KEPT];
    for (int i = 0; i < KEPT; i++) {
      for (int j = 0; j < SIDE; j++) {
        for (int k = 0; k < SIDE; k++) {
          half[i][j] += cosines[i][k] * samples[k][j];
        }
      }
      for (int j = 0; j < KEPT; j++) {
        for (int k = 0; k < SIDE; k++) {
          whole[i][j] += half[i][k] * cosines[j][k];
        }
      }
    }
    return whole;
  }

  private static PdqHash bits(Pose pose, float[][] transform) {
    float[] values = new float[KEPT * KEPT];
    for (int k = 0; k < values.length; k++) {
      values[k] = pose.at(transform, k / KEPT, k % KEPT);
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    StringBuilder hex = new StringBuilder();
    for (int digit = 63; digit >= 0; digit--) {
      int nibble = 0;
      for (int bit = 3; bit >= 0; bit--) {
        nibble = nibble * 2 + (values[digit * 4 + bit] > sorted[127] ? 1 : 0);
      }
      hex.append(Character.forDigit(nibble, 16));
    }
    return PdqHash.parse(hex.toString());
  }
}
