package eu.gardefou.video;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks FFmpeg what is in a file, before anything is decoded. */
final class Probe {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_WORDS = 1 << 16;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");
  private static final Pattern CLOCK =
      Pattern.compile("([0-9]{1,6}):([0-9]{2}):([0-9]{2}(?:\\.[0-9]{1,9})?)");
  private static final Duration LONGEST = Duration.ofDays(10_000);

  private Probe() {}

  /**
   * The first video stream that is not a cover picture.
   *
   * @throws Refusal when there is none
   */
  static VideoStream of(Path file, Program ffprobe, Turns.Turn turn)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-v", "quiet", "-select_streams", "V:0"));
    arguments.addAll(List.of("-of", "json", "-show_entries"));
    arguments.add(
        "stream=width,height,avg_frame_rate,r_frame_rate,duration:stream_tags=DURATION"
            + ":format=duration");
    arguments.addAll(Untrusted.input(turn.limits()));
    try (Child child = turn.start(ffprobe, arguments, file)) {
      byte[] words = child.out().readNBytes(MOST_WORDS);
      if (words.length == MOST_WORDS || child.exit() != 0) {
        throw Refusal.notAVideo();
      }
      return stream(JSON.readTree(words));
    } catch (JacksonException e) {
      throw Refusal.notAVideo();
    }
  }

  private static VideoStream stream(JsonNode answer) {
    JsonNode stream = answer.path("streams").path(0);
    int width = stream.path("width").asInt(0);
    int height = stream.path("height").asInt(0);
    if (width < 1 || height < 1) {
      throw Refusal.notAVideo();
    }
    FrameRate rate = FrameRate.parse(stream.path("avg_frame_rate").asString(""));
    if (rate == null) {
      rate = FrameRate.parse(stream.path("r_frame_rate").asString(""));
    }
    if (rate == null) {
      throw Refusal.damaged("it does not say how many frames a second it has");
    }
    return new VideoStream(width, height, rate, length(stream, answer.path("format")));
  }

  /** Of the pictures when the file says so; else of all, sound included. */
  private static @Nullable Duration length(JsonNode stream, JsonNode format) {
    Duration length = seconds(stream.path("duration").asString(""));
    if (length == null) {
      length = clock(stream.path("tags").path("DURATION").asString(""));
    }
    return length == null ? seconds(format.path("duration").asString("")) : length;
  }

  private static @Nullable Duration seconds(String text) {
    if (!SECONDS.matcher(text).matches()) {
      return null;
    }
    Duration length = Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue());
    return length.compareTo(LONGEST) > 0 ? LONGEST : length;
  }

  private static @Nullable Duration clock(String text) {
    Matcher parts = CLOCK.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    Duration seconds = seconds(parts.group(3));
    return seconds == null
        ? null
        : seconds
            .plusHours(Long.parseLong(parts.group(1)))
            .plusMinutes(Long.parseLong(parts.group(2)));
  }
}
