package eu.gardefou.media;

import java.util.List;

/**
 * One frame of a picture, upright.
 *
 * @param views what a person could see of it: one view when opaque; with transparency the same
 *     frame on white, on black, on mid-grey, and with the transparency ignored, as far as they
 *     differ; and one more when viewers that ignore a profile, a gamma or 16-bit samples show
 *     clearly other colours
 */
public record Frame(List<Raster> views) {
  /** Refuses a frame that nobody could see. */
  public Frame {
    views = List.copyOf(views);
    if (views.isEmpty()) {
      throw new IllegalArgumentException("a frame has at least one view");
    }
  }
}
