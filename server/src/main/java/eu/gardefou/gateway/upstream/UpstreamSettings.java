package eu.gardefou.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where pictures are made.
 *
 * @param url base address of anything that speaks the OpenAI Images API, such as {@code
 *     https://host/v1}; {@code demo}, or nothing, for the one inside
 * @param key its key; null or empty when it wants none
 * @param models what clients may ask for: {@code name} or {@code name=upstream-name}, commas
 *     between; the first is used when a request names none
 * @param connect how long connecting may take
 * @param timeout how long an answer may take, all in all
 * @param answer how long an answer may be
 * @param memory that all answers may take together, each byte counted several times since it is
 *     held in several forms; one key may take half. An eighth of the heap unless it says otherwise
 * @param calls how many orders may be open at once
 */
@ConfigurationProperties("gardefou.upstream")
public record UpstreamSettings(
    @DefaultValue(DEMO) String url,
    @Nullable String key,
    @DefaultValue("gpt-image-1.5,gpt-image-1,gpt-image-1-mini,dall-e-3,dall-e-2") String models,
    @DefaultValue("10s") Duration connect,
    @DefaultValue("180s") Duration timeout,
    @DefaultValue("128MB") DataSize answer,
    @Nullable DataSize memory,
    @DefaultValue("32") int calls) {
  private static final String DEMO = "demo";

  /** Whether pictures are made inside. */
  public boolean isDemo() {
    return url.isBlank() || url.equals(DEMO);
  }

  /**
   * The base address, without a slash at its end.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public URI base() {
    URI base = URI.create(url.strip().replaceAll("/+$", ""));
    boolean http = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    boolean plain =
        base.getRawQuery() == null && base.getRawFragment() == null && base.getUserInfo() == null;
    if (!http || !plain || base.getHost() == null) {
      throw new IllegalArgumentException(
          "gardefou.upstream.url is an address such as https://host/v1, or demo");
    }
    return base;
  }

  /** Bytes of memory that all answers may take together. */
  long memoryBytes() {
    return memory == null ? Runtime.getRuntime().maxMemory() / 8 : memory.toBytes();
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "UpstreamSettings[" + (isDemo() ? DEMO : base().getHost()) + "]";
  }
}
