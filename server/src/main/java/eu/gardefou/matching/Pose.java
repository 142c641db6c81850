package eu.gardefou.matching;

/** How a picture is turned and mirrored; named and ordered as upstream's eight hashes. */
public enum Pose {
  /** As it is. */
  ORIGINAL,
  /** Turned by 90 degrees anticlockwise. */
  ROTATE90,
  /** Upside down. */
  ROTATE180,
  /** Turned by 270 degrees anticlockwise. */
  ROTATE270,
  /** Mirrored top to bottom. */
  FLIPX,
  /** Mirrored left to right. */
  FLIPY,
  /** Mirrored along the main diagonal. */
  FLIPPLUS1,
  /** Mirrored along the other diagonal. */
  FLIPMINUS1
}
