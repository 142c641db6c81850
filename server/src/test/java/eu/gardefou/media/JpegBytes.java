package eu.gardefou.media;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes JPEG files and puts segments into them. */
final class JpegBytes {
  private JpegBytes() {}

  static byte[] of(BufferedImage image) {
    return write(new IIOImage(image, null, null), false);
  }

  static byte[] progressive(BufferedImage image) {
    return write(new IIOImage(image, null, null), true);
  }

  /** Four inks, stored as they are given, without any marker that says so. */
  static byte[] inks(int width, int height, byte[] inks) {
    WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
    raster.setDataElements(0, 0, width, height, inks);
    return write(new IIOImage(raster, null, null), false);
  }

  private static byte[] write(IIOImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.95f);
      param.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The file with another segment right after its beginning. */
  static byte[] with(byte[] jpeg, int marker, byte[] content) {
    return ByteBuffer.allocate(jpeg.length + 4 + content.length)
        .put(jpeg, 0, 2)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  static byte[] withOrientation(byte[] jpeg, int value) {
    return with(jpeg, JpegWalk.APP1, join(ascii("Exif\0\0"), PngBytes.exif(value)));
  }

  static byte[] withProfile(byte[] jpeg, byte[] profile) {
    return with(jpeg, JpegWalk.APP2, join(ascii("ICC_PROFILE\0\1\1"), profile));
  }

  /** What cameras do that append a preview: an index in front, another picture behind. */
  static byte[] withFurtherPicture(byte[] jpeg, byte[] further) {
    return join(with(jpeg, JpegWalk.APP2, ascii("MPF\0II*\0")), new byte[7], further);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
