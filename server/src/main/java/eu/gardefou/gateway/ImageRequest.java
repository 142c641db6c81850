package eu.gardefou.gateway;

import eu.gardefou.gateway.upstream.Model;
import eu.gardefou.gateway.upstream.Settings;
import eu.gardefou.wire.Upload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client asks for, read and within limits, but not yet screened. */
sealed interface ImageRequest {
  /** The model. */
  Model model();

  /** Everything but words and pictures. */
  Settings settings();

  /** The words; empty when there are none. */
  String prompt();

  /** The pictures, in the order in which they came. */
  List<Upload> images();

  /** Which part of the first picture is to change. */
  @Nullable Upload mask();

  /** Pictures from words alone. */
  record Generation(Model model, Settings settings, String prompt) implements ImageRequest {
    @Override
    public List<Upload> images() {
      return List.of();
    }

    @Override
    public @Nullable Upload mask() {
      return null;
    }
  }

  /** Pictures from pictures and words. */
  record Edit(
      Model model, Settings settings, String prompt, List<Upload> images, @Nullable Upload mask)
      implements ImageRequest {
    /** Keeps its own copy. */
    public Edit {
      images = List.copyOf(images);
    }
  }

  /** Pictures from a picture, without a word. */
  record Variation(Model model, Settings settings, Upload image) implements ImageRequest {
    @Override
    public String prompt() {
      return "";
    }

    @Override
    public List<Upload> images() {
      return List.of(image);
    }

    @Override
    public @Nullable Upload mask() {
      return null;
    }
  }
}
