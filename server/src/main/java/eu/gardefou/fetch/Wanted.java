package eu.gardefou.fetch;

import java.util.Locale;
import java.util.Set;

/** What an answer may declare itself to be. What it is, is for its reader to find out. */
public enum Wanted {
  /** A photo or a video, and it says which. */
  MEDIA,
  /** A photo, as the caller knows: stores that do not know say so. */
  PHOTO,
  /** A video, as the caller knows. */
  VIDEO;

  private static final Set<String> UNKNOWN =
      Set.of("application/octet-stream", "binary/octet-stream");

  boolean accepts(String type) {
    boolean photo = type.startsWith("image/") && !type.equals("image/svg+xml");
    boolean video = type.startsWith("video/");
    return switch (this) {
      case MEDIA -> photo || video;
      case PHOTO -> photo || UNKNOWN.contains(type);
      case VIDEO -> video || UNKNOWN.contains(type);
    };
  }

  /** The type alone, in lower case, without parameters. */
  static String plain(String header) {
    int end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
