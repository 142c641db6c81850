package eu.gardefou.media.webp;

/** Coded data that break the rules of their coding. */
public final class MalformedWebp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedWebp(String what) {
    super(what);
  }
}
