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

/**
 * Reads QR codes anywhere in a picture, turned or inverted, and Data Matrix, Aztec and PDF417 codes
 * that stand in its middle.
 */
final class Codes {
  private static final int PIXELS = 1_250_000;
  private static final double MOST_ENLARGED = 3;

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(
              BarcodeFormat.QR_CODE,
              BarcodeFormat.DATA_MATRIX,
              BarcodeFormat.AZTEC,
              BarcodeFormat.PDF_417));

  private Codes() {}

  /** The texts of all codes that are found. */
  static Set<String> in(Raster picture, Deadline deadline) {
    LuminanceSource light = light(picture);
    Set<String> texts = new LinkedHashSet<>();
    for (LuminanceSource source : List.of(light, light.invert())) {
      for (Binarizer binarizer :
          List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
        deadline.check();
        read(new BinaryBitmap(binarizer), texts);
      }
    }
    return texts;
  }

  private static void read(BinaryBitmap bitmap, Set<String> texts) {
    try {
      for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, HINTS)) {
        texts.add(result.getText());
      }
      return;
    } catch (NotFoundException none) {
      // Then maybe a code of another kind.
    } catch (RuntimeException damaged) {
      // Its readers are not proof against every pattern that looks like a code.
    }
    try {
      texts.add(new MultiFormatReader().decode(bitmap, HINTS).getText());
    } catch (ReaderException none) {
      // There is no code.
    } catch (RuntimeException damaged) {
      // As above.
    }
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
