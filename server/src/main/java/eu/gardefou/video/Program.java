package eu.gardefou.video;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A program that can be started.
 *
 * @param path its file
 * @param libraries the folder of its libraries; null when it finds them by itself
 */
record Program(Path path, @Nullable Path libraries) {}
