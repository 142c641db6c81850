package eu.gardefou.models;

import java.util.List;

/**
 * Where a model comes from and how it is converted.
 *
 * @param model what comes out
 * @param reader which kind of package it is
 * @param files the package's files, description first, then weights
 */
record ModelSource(Model model, Reader reader, List<SourceFile> files, Recipe recipe) {
  /** The kinds of package that can be read. */
  enum Reader {
    /** Keras layers, wrapped in minified JavaScript. */
    KERAS_SCRIPT,
    /** A TensorFlow graph as JSON with a binary file. */
    TENSORFLOW_GRAPH,
    /** The weights of face-api's age net. */
    FACE_API_AGE
  }

  /**
   * A file inside {@code node_modules}.
   *
   * @param path with forward slashes
   * @param sha256 checksum, 64 hexadecimal digits
   */
  record SourceFile(String path, String sha256) {}
}
