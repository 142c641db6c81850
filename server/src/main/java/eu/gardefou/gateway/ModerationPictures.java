package eu.gardefou.gateway;

import eu.gardefou.fetch.FetchProblem;
import eu.gardefou.fetch.Fetcher;
import eu.gardefou.fetch.Wanted;
import eu.gardefou.gateway.ModerationRequest.Inline;
import eu.gardefou.gateway.ModerationRequest.Linked;
import eu.gardefou.gateway.ModerationRequest.Source;
import eu.gardefou.media.Picture;
import eu.gardefou.wire.Belongings;
import eu.gardefou.wire.BodyRoom;
import eu.gardefou.wire.Upload;
import java.util.List;

/**
 * The pictures of a request to moderate. What is at an address is fetched once, from public places
 * only, into counted memory.
 */
final class ModerationPictures {
  private static final int LONGEST = 20_971_520;

  private final Fetcher fetcher;
  private final BodyRoom room;
  private final Submissions submissions;

  ModerationPictures(Fetcher fetcher, BodyRoom room, Submissions submissions) {
    this.fetcher = fetcher;
    this.room = room;
    this.submissions = submissions;
  }

  /**
   * Fetches and decodes.
   *
   * @param belongings keeps the pictures until the request is over
   * @throws Refusal when one cannot be had or read
   */
  List<Picture> of(List<Source> sources, String holder, Belongings belongings) {
    return sources.stream()
        .map(source -> submissions.decode(upload(source, holder, belongings), LONGEST, belongings))
        .toList();
  }

  private Upload upload(Source source, String holder, Belongings belongings) {
    return switch (source) {
      case Inline inline -> inline.upload();
      case Linked linked -> new Upload(linked.param(), fetched(linked, holder, belongings));
    };
  }

  private byte[] fetched(Linked linked, String holder, Belongings belongings) {
    BodyRoom.Share share = room.share(holder);
    belongings.add(share::close);
    try {
      return fetcher.fetch(
          linked.address(), Wanted.PHOTO, file -> file.bytes(LONGEST, share::take));
    } catch (FetchProblem problem) {
      throw refusal(linked.param(), problem);
    }
  }

  private static Refusal refusal(String param, FetchProblem problem) {
    return switch (problem.reason()) {
      case ADDRESS, UNENCRYPTED, UNREACHABLE, REDIRECTS, TYPE, TOO_SLOW ->
          Refusal.of(400, Refusal.INVALID, "invalid_image_url", param, problem.sentence());
      case TOO_LARGE ->
          Refusal.of(413, Refusal.INVALID, "request_too_large", param, problem.sentence());
      case BUSY -> Refusal.busy();
    };
  }
}
