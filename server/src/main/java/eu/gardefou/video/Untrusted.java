package eu.gardefou.video;

import java.util.List;

/**
 * How FFmpeg is told to read a file from a stranger.
 *
 * <p>It gets the open file, not its name, and that is all it may open: no other file, no address.
 * Containers and codecs are those that people send; playlists, manifests, image sequences and
 * concatenations, whose point is to name further files, are not among them. Sound is not decoded
 * for hashing; the probe opens it, and so any codec of sound will do. PNG is for cover pictures.
 */
final class Untrusted {
  private static final String PROTOCOLS = "fd";
  private static final String CONTAINERS = "mov,matroska,avi,mpegts,flv,ogg";
  private static final String CODECS =
      "h264,hevc,vvc,av1,libdav1d,libaom-av1,vp8,vp9,libvpx,libvpx-vp9,mpeg4,msmpeg4v2,msmpeg4,"
          + "mpeg1video,mpeg2video,mjpeg,theora,flv,h263,vp6,vp6f,wmv1,wmv2,vc1,prores,dvvideo,png";

  private Untrusted() {}

  /** Options up to and with the input. */
  static List<String> input(VideoLimits limits) {
    return List.of(
        "-max_alloc",
        Long.toString(Math.min(limits.memory() / 2, Integer.MAX_VALUE)),
        "-protocol_whitelist",
        PROTOCOLS,
        "-format_whitelist",
        CONTAINERS,
        "-codec_whitelist:v",
        CODECS,
        "-threads",
        "1",
        "-i",
        "fd:");
  }
}
