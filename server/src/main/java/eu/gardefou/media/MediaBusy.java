package eu.gardefou.media;

/**
 * There was no room to decode a picture, and none came free in time. Says nothing about the
 * picture: the same bytes may be tried again later.
 */
public final class MediaBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MediaBusy(String sentence) {
    super(sentence);
  }
}
