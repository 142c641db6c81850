package eu.gardefou.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.gateway.upstream.Settings;
import eu.gardefou.gateway.upstream.UpstreamAnswer.Usage;
import eu.gardefou.screening.ScreenedImage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** The event that ends a stream well: one finished picture, screened. All fields are required. */
record CompletedEvent(
    @JsonProperty("type") String type,
    @JsonProperty("b64_json") @JsonSerialize(using = ScreenedImageWriter.class) ScreenedImage image,
    @JsonProperty("created_at") long createdAt,
    @JsonProperty("size") String size,
    @JsonProperty("quality") String quality,
    @JsonProperty("background") String background,
    @JsonProperty("output_format") String outputFormat,
    @JsonProperty("usage") ImagesAnswer.Tokens usage) {

  /** One event to each picture of a delivery. */
  static List<CompletedEvent> of(
      String type, Passage.Delivery delivery, Settings settings, Instant now) {
    Usage usage = delivery.usage() == null ? Usage.NONE : delivery.usage();
    return delivery.images().stream()
        .map(image ->
            new CompletedEvent(
                type,
                image,
                now.getEpochSecond(),
                image.width() + "x" + image.height(),
                orAuto(settings.look().quality()),
                orAuto(settings.look().background()),
                image.format(),
                ImagesAnswer.Tokens.of(usage)))
        .toList();
  }

  private static String orAuto(@Nullable String word) {
    return word == null ? "auto" : word;
  }
}
