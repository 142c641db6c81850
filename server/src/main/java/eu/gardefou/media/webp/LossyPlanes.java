package eu.gardefou.media.webp;

import java.util.List;

/** The three planes of a frame. */
final class LossyPlanes {
  private final LossyPlane y;
  private final LossyPlane u;
  private final LossyPlane v;
  private final List<LossyPlane> all;
  private final List<LossyPlane> luma;

  LossyPlanes(int across, int down) {
    this.y = new LossyPlane(16, across, down);
    this.u = new LossyPlane(8, across, down);
    this.v = new LossyPlane(8, across, down);
    this.all = List.of(y, u, v);
    this.luma = List.of(y);
  }

  LossyPlane y() {
    return y;
  }

  LossyPlane u() {
    return u;
  }

  LossyPlane v() {
    return v;
  }

  List<LossyPlane> all() {
    return all;
  }

  List<LossyPlane> luma() {
    return luma;
  }
}
