package eu.gardefou.media.webp;

/** Something that was done to the pixels to make them easier to code. */
interface Transform {
  /** Pixels a row while it is not undone. */
  int storedWidth();

  /** The pixels as they were before; may be the same array. */
  int[] undo(int[] argb);
}
