package eu.gardefou.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Room on disk for one video, which goes when this is closed. For one thread. */
public final class VideoPlace implements AutoCloseable {
  private final VideoFolder folder;
  private @Nullable Path file;

  VideoPlace(VideoFolder folder) {
    this.folder = folder;
  }

  /** A new file that only its owner may read: that is how temporary files are made. */
  public Path make() throws IOException {
    folder.make();
    close();
    Path made = Files.createTempFile(folder.path(), "video", null);
    file = made;
    return made;
  }

  @Override
  public void close() throws IOException {
    Path made = file;
    if (made != null) {
      Files.deleteIfExists(made);
    }
  }
}
