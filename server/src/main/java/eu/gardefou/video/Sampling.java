package eu.gardefou.video;

/**
 * Which frames are hashed, as a filter of FFmpeg's: every n-th, as upstream, and besides each that
 * is shown for long itself, and each that ends a longer stretch of shown time in which none was.
 *
 * <p>How many frames a second a file claims says little: what is shown, and for how long, is told
 * by the time stamps of its frames. How long a frame is shown is known when the next one comes. So
 * the film runs twice, a tick apart: at the stamp of the next frame, the later run still has the
 * frame that ends, and there it is chosen or not. After the last frame comes a copy of it, stamped
 * with its end.
 *
 * <p>The clock starts at the first frame and never runs back: a stamp that lies before that of the
 * last frame counts as so much time onwards, whichever of both moments a player takes.
 */
final class Sampling {
  /** Of shown time without a hashed frame; above a second, so that jitter changes nothing. */
  static final int LONGEST_GAP_MILLIS = 1_100;

  /**
   * Of one frame without being hashed. Half of the gap, so that what ends a stretch cannot stand
   * for the frame that fills most of it; above half a second, which is the longest in a steady film
   * of which not every frame is hashed.
   */
  static final int LONGEST_FRAME_MILLIS = 550;

  /** What says when a chosen frame is shown: {@code MILLIS × SHOWN + tenths of a second}. */
  static final long SHOWN = 1_000_000;

  private static final String COPY_OF_THE_LAST = "tpad=stop=1:stop_mode=clone";

  /** In even millionths of a second. A frame takes two at least, and a day or so at most. */
  private static final String CLOCK =
      """
      settb=AVTB,setpts='
        st(0, ld(0) + if(lt(PTS, PREV_INPTS), 2 * (PREV_INPTS - PTS), 0));
        if(eq(N, 0), 0, max(PREV_OUTPTS + 2,
          min(PREV_OUTPTS + 99000000000, 2 * round((PTS - STARTPTS + ld(0)) / 2))))'\
      """;

  private static final String TWICE =
      "split[next][this];[this]setpts=PTS+1[later];[next][later]streamselect=inputs=2:map=1";

  /** Frames that end are counted in 0; in 1 is the end of the last chosen, in 2 of the last one. */
  private static final String CHOICE =
      """
      setpts='
        if(mod(PTS, 2), NAN,
          st(3, ld(2)); st(2, PTS); st(0, ld(0) + 1);
          if(not(mod(ld(0) - 1, STEP)) + gt(PTS - ld(1), GAP) + gt(PTS - ld(3), FRAME),
            st(1, PTS); min(round(ld(3) / 1000), 9000000000) * SHOWN
              + min(ceil((PTS - ld(3)) / 100000), SHOWN - 1),
            NAN))',select='not(isnan(pts))'\
      """;

  private Sampling() {}

  /**
   * The filter. Its frames are stamped with when they are shown and for how long.
   *
   * @param step every how many frames one is hashed
   */
  static String filter(int step) {
    String choice =
        CHOICE
            .replace("STEP", Integer.toString(step))
            .replace("GAP", Integer.toString(LONGEST_GAP_MILLIS * 1_000))
            .replace("FRAME", Integer.toString(LONGEST_FRAME_MILLIS * 1_000))
            .replace("SHOWN", Long.toString(SHOWN));
    return String.join(",", COPY_OF_THE_LAST, CLOCK, TWICE, choice);
  }
}
