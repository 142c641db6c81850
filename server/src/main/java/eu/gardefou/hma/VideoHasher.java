package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.Signal;
import eu.gardefou.matching.SignalType;
import eu.gardefou.video.ExactHashes;
import eu.gardefou.video.VideoOutcome;
import eu.gardefou.video.VideoOutcome.Hashed;
import eu.gardefou.video.VideoOutcome.Refused;
import eu.gardefou.video.VideoOutcome.Unhashable;
import eu.gardefou.video.VideoPlace;
import eu.gardefou.video.Videos;
import eu.gardefou.video.VpdqJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the frames of a video say, besides its bytes. Only for those who ask: it takes a while. */
final class VideoHasher {
  private final Videos videos;

  VideoHasher(Videos videos) {
    this.videos = videos;
  }

  /** Where a video that comes over the network is kept meanwhile. */
  VideoPlace place() {
    return videos.place();
  }

  /** Of a file in memory. */
  Hashes of(byte[] file, List<SignalType> types, Caller caller) {
    try {
      return hashes(videos.fingerprint(new ByteArrayInputStream(file), caller.id()), types);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a file on disk. */
  Hashes of(Path file, List<SignalType> types, Caller caller) throws IOException {
    return hashes(videos.fingerprint(file, caller.id()), types);
  }

  private static Hashes hashes(VideoOutcome outcome, List<SignalType> types) {
    return switch (outcome) {
      case Hashed video -> {
        List<Signal> signals = exact(video.exact(), types);
        signals.add(new Signal(SignalType.VPDQ, VpdqJson.write(video.vpdq())));
        yield new Hashes(signals, null, List.of());
      }
      case Unhashable video ->
          new Hashes(exact(video.exact(), types), null, List.of(SignalType.VPDQ));
      case Refused video -> throw HmaProblem.of(status(video), video.sentence());
    };
  }

  private static HttpStatus status(Refused video) {
    return switch (video.reason()) {
      case NOT_A_VIDEO, DAMAGED -> HttpStatus.BAD_REQUEST;
      case TOO_MANY_BYTES, TOO_MANY_PIXELS, TOO_LONG, TOO_SLOW -> HttpStatus.CONTENT_TOO_LARGE;
      case BUSY, NO_FFMPEG -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  private static List<Signal> exact(ExactHashes exact, List<SignalType> types) {
    List<Signal> signals = new ArrayList<>();
    for (SignalType type : types) {
      String value = value(exact, type);
      if (value != null) {
        signals.add(new Signal(type, value));
      }
    }
    return signals;
  }

  private static @Nullable String value(ExactHashes exact, SignalType type) {
    return switch (type.name()) {
      case "video_md5" -> exact.md5();
      case "video_sha1" -> exact.sha1();
      case "video_sha256" -> exact.sha256();
      default -> null;
    };
  }
}
