package eu.gardefou.reading;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import eu.gardefou.media.Raster;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads QR codes anywhere in a picture, turned or inverted, and Data Matrix, Aztec and PDF417 codes
 * that stand in its middle.
 */
final class Codes {
  private static final int PIXELS = 1_250_000;
  private static final double MOST_ENLARGED = 3;

  private static final Map<DecodeHintType, Object> HINTS = only(BarcodeFormat.QR_CODE);

  /** Each by itself: a harmless code of one kind must not hide one of another. */
  private static final List<Map<DecodeHintType, Object>> OTHERS =
      Stream.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.AZTEC, BarcodeFormat.PDF_417)
          .map(Codes::only)
          .toList();

  private Codes() {}

  private static Map<DecodeHintType, Object> only(BarcodeFormat format) {
    return Map.of(
        DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(format));
  }

  /**
   * The texts of all codes that are found.
   *
   * @throws IllegalStateException when a reader crashed on every rendering of the picture: then
   *     nobody knows what stands there
   */
  static Set<String> in(Raster picture, Deadline deadline) {
    LuminanceSource light = light(picture);
    Set<String> texts = new LinkedHashSet<>();
    int renderings = 0;
    int crashes = 0;
    for (LuminanceSource source : List.of(light, light.invert())) {
      for (Binarizer binarizer :
          List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
        deadline.check();
        renderings++;
        crashes += read(new BinaryBitmap(binarizer), texts) ? 0 : 1;
      }
    }
    if (crashes == renderings) {
      throw new IllegalStateException("no reader of codes got through this picture");
    }
    return texts;
  }

  /** Several QR codes, and one of any kind in the middle; false when a reader crashed. */
  private static boolean read(BinaryBitmap bitmap, Set<String> texts) {
    boolean sound = true;
    try {
      for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, HINTS)) {
        texts.add(result.getText());
      }
    } catch (NotFoundException none) {
      // Then maybe a code of another kind.
    } catch (RuntimeException damaged) {
      // Its readers are not proof against every pattern that looks like a code.
      sound = false;
    }
    for (Map<DecodeHintType, Object> other : OTHERS) {
      try {
        texts.add(new MultiFormatReader().decode(bitmap, other).getText());
      } catch (ReaderException none) {
        // There is no code of this kind.
      } catch (RuntimeException damaged) {
        sound = false;
      }
    }
    return sound;
  }

  private static LuminanceSource light(Raster picture) {
    double area = (double) picture.width() * picture.height();
    double scale = Math.min(MOST_ENLARGED, Math.sqrt(PIXELS / area));
    int width = (int) Math.max(1, Math.round(picture.width() * scale));
    int height = (int) Math.max(1, Math.round(picture.height() * scale));
    Planes planes = Planes.scaled(picture, width, height);
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] =
          Math.round(planes.channel(0)[i]) << 16
              | Math.round(planes.channel(1)[i]) << 8
              | Math.round(planes.channel(2)[i]);
    }
    return new RGBLuminanceSource(width, height, rgb);
  }
}
