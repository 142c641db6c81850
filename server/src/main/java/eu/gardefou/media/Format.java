package eu.gardefou.media;

import java.util.Locale;

/** The formats that are read, told by the first bytes and never by a name or a declared type. */
enum Format {
  JPEG,
  PNG,
  WEBP,
  GIF,
  TIFF,
  BMP;

  /** The format that the bytes begin like. */
  static Format of(byte[] bytes) {
    if (Polyglot.is(bytes, 0, "\u00FF\u00D8\u00FF")) {
      return JPEG;
    }
    if (Polyglot.is(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
      return PNG;
    }
    if (Polyglot.is(bytes, 0, "GIF87a") || Polyglot.is(bytes, 0, "GIF89a")) {
      return GIF;
    }
    if (Polyglot.is(bytes, 0, "RIFF") && Polyglot.is(bytes, 8, "WEBP")) {
      return WEBP;
    }
    if (Polyglot.is(bytes, 0, "II*\0") || Polyglot.is(bytes, 0, "MM\0*")) {
      return TIFF;
    }
    if (BmpFile.looksLike(bytes)) {
      return BMP;
    }
    throw Refusal.notAPicture();
  }

  /** Reads the structure of a file of this format, and decodes nothing. */
  Layout inspect(byte[] bytes, MediaLimits limits) {
    return switch (this) {
      case JPEG -> JpegFile.inspect(bytes);
      case PNG -> PngFile.inspect(bytes, limits);
      case WEBP -> WebpFile.inspect(bytes, limits);
      case GIF -> GifFile.inspect(bytes, limits);
      case TIFF -> TiffFile.inspect(bytes, limits);
      case BMP -> BmpFile.inspect(bytes);
    };
  }

  /** The name that is shown and recorded. */
  String plainName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
