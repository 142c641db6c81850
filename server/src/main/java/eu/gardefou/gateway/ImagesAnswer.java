package eu.gardefou.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.gateway.upstream.Settings;
import eu.gardefou.gateway.upstream.UpstreamAnswer.Usage;
import eu.gardefou.screening.ScreenedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** Pictures, all of them screened, as the OpenAI Images API answers them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImagesAnswer(
    @JsonProperty("created") long created,
    @JsonProperty("data") List<Item> data,
    @JsonProperty("background") @Nullable String background,
    @JsonProperty("output_format") String outputFormat,
    @JsonProperty("quality") @Nullable String quality,
    @JsonProperty("size") String size,
    @JsonProperty("usage") @Nullable Tokens usage) {

  /** One picture, and the upstream's words for it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @JsonProperty("b64_json") @JsonSerialize(using = ScreenedImageWriter.class)
          ScreenedImage image,
      @JsonProperty("revised_prompt") @Nullable String revisedPrompt) {}

  /** What it cost, as the upstream counts. */
  record Tokens(
      @JsonProperty("total_tokens") long total,
      @JsonProperty("input_tokens") long input,
      @JsonProperty("output_tokens") long output,
      @JsonProperty("input_tokens_details") InputTokens details) {
    static Tokens of(Usage usage) {
      return new Tokens(
          usage.total(),
          usage.input(),
          usage.output(),
          new InputTokens(usage.inputText(), usage.inputImage()));
    }
  }

  /** What words and pictures cost apart. */
  record InputTokens(
      @JsonProperty("text_tokens") long text, @JsonProperty("image_tokens") long image) {}

  /** The answer that brings a delivery to the client. */
  static ImagesAnswer of(Passage.Delivery delivery, Settings settings, Instant now) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < delivery.images().size(); i++) {
      items.add(new Item(delivery.images().get(i), delivery.revisedPrompts().get(i)));
    }
    ScreenedImage first = delivery.images().getFirst();
    Usage usage = delivery.usage();
    return new ImagesAnswer(
        now.getEpochSecond(),
        items,
        settings.look().background(),
        first.format(),
        settings.look().quality(),
        first.width() + "x" + first.height(),
        usage == null ? null : Tokens.of(usage));
  }
}
