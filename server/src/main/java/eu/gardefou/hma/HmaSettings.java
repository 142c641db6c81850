package eu.gardefou.hma;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The interface of Hasher-Matcher-Actioner.
 *
 * @param photo the longest photo
 * @param video the longest video; one that is sent is in memory; on disk only while its frames are
 *     read
 */
@ConfigurationProperties("gardefou.hma")
record HmaSettings(@DefaultValue("50MB") DataSize photo, @DefaultValue("100MB") DataSize video) {
  long most(FileKind kind) {
    return switch (kind) {
      case PHOTO -> photo.toBytes();
      case VIDEO -> video.toBytes();
    };
  }

  /** The longest body that has such a file in it, with room for the form around it. */
  long longestBody() {
    return Math.max(photo.toBytes(), video.toBytes()) + (1 << 20);
  }
}
