package eu.gardefou.gateway.upstream;

/** Models that share limits and a dialect. Told by name, since the API offers nothing else. */
public enum Family {
  /** {@code gpt-image-*}: always answers with the pictures themselves. */
  GPT_IMAGE(32_000, 10),
  /** {@code dall-e-3}. */
  DALL_E_3(4_000, 1),
  /** {@code dall-e-2}. */
  DALL_E_2(1_000, 10),
  /** Any other model behind a compatible address. */
  OTHER(32_000, 10);

  private final int longestPrompt;
  private final int mostPictures;

  Family(int longestPrompt, int mostPictures) {
    this.longestPrompt = longestPrompt;
    this.mostPictures = mostPictures;
  }

  /** The family of a model. */
  public static Family of(String model) {
    if (model.startsWith("gpt-image")) {
      return GPT_IMAGE;
    }
    return switch (model) {
      case "dall-e-3" -> DALL_E_3;
      case "dall-e-2" -> DALL_E_2;
      default -> OTHER;
    };
  }

  /** Code points that a prompt may have. */
  public int longestPrompt() {
    return longestPrompt;
  }

  /** Pictures that one request may ask for. */
  public int mostPictures() {
    return mostPictures;
  }

  /** Whether clients of this model expect the older error code. */
  public boolean isDallE() {
    return this == DALL_E_2 || this == DALL_E_3;
  }
}
