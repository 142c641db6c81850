package eu.gardefou.media.webp;

/** Green was subtracted from red and blue (RFC 9649, section 4.3). */
record GreenTransform(int storedWidth) implements Transform {
  @Override
  public int[] undo(int[] argb) {
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      int green = (pixel >> 8) & 0xFF;
      int redAndBlue = ((pixel & 0xFF00FF) + (green << 16) + green) & 0xFF00FF;
      argb[i] = (pixel & 0xFF00FF00) | redAndBlue;
    }
    return argb;
  }
}
