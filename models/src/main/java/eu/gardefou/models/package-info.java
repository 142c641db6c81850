/** Reads the pinned model packages and writes them as checksummed ONNX files. */
@NullMarked
package eu.gardefou.models;

import org.jspecify.annotations.NullMarked;
