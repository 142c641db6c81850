package eu.gardefou.gateway.upstream;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The models that the operator lets clients use; any other is refused.
 *
 * @param all at least one; the first is used when a request names none
 */
public record Models(List<Model> all) {
  private static final Pattern ENTRY =
      Pattern.compile("([A-Za-z0-9._:/-]{1,128})(?:=([A-Za-z0-9._:/-]{1,128}))?");

  /** Refuses an empty list, and a name that is there twice. */
  public Models {
    all = List.copyOf(all);
    if (all.isEmpty() || all.stream().map(Model::name).distinct().count() != all.size()) {
      throw new IllegalArgumentException("models are listed once each, and there is at least one");
    }
  }

  /**
   * Reads a list such as {@code gpt-image-1.5,dall-e-2=our-deployment}: what clients say, and what
   * the upstream says when that differs.
   */
  public static Models of(String list) {
    return new Models(Arrays.stream(list.split(",", -1)).map(Models::entry).toList());
  }

  /** The model of that name, or the first when no name is given; null when there is none. */
  public @Nullable Model find(@Nullable String name) {
    if (name == null) {
      return all.getFirst();
    }
    return all.stream().filter(model -> model.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * The model that varies pictures when a request names none. Only one family can, so the upstream
   * is asked for that; towards the client it is the usual model.
   */
  public Model forVariations() {
    Model usual = all.getFirst();
    return all.stream()
        .filter(model -> model.upstreamFamily() == Family.DALL_E_2)
        .findFirst()
        .map(model -> new Model(usual.name(), model.upstreamName()))
        .orElse(usual);
  }

  private static Model entry(String entry) {
    var matcher = ENTRY.matcher(entry.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + entry + "' is not a model: write name or name=upstream-name, with commas between");
    }
    String upstreamName = matcher.group(2);
    return new Model(matcher.group(1), upstreamName == null ? matcher.group(1) : upstreamName);
  }
}
