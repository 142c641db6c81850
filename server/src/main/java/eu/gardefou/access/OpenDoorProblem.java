package eu.gardefou.access;

/** A wish to do without keys that is not granted. The message is one plain sentence. */
final class OpenDoorProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OpenDoorProblem(String sentence) {
    super(sentence);
  }
}
