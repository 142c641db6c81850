package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.fetch.Arriving;
import eu.gardefou.fetch.Fetcher;
import eu.gardefou.fetch.Wanted;
import eu.gardefou.matching.SignalType;
import eu.gardefou.video.VideoPlace;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.BodyRoom;
import eu.gardefou.wire.Parts;
import eu.gardefou.wire.Upload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The files that requests bring, or name by an address, and what is computed of them. */
final class Files {
  private static final int LONGEST_TEXT = 32_000;

  private final Fetcher fetcher;
  private final Bodies bodies;
  private final BodyRoom room;
  private final Hasher hasher;
  private final VideoHasher videos;
  private final TypeNames types;
  private final HmaSettings settings;

  Files(
      Fetcher fetcher,
      Bodies bodies,
      BodyRoom room,
      Hasher hasher,
      VideoHasher videos,
      TypeNames types,
      HmaSettings settings) {
    this.fetcher = fetcher;
    this.bodies = bodies;
    this.room = room;
    this.hasher = hasher;
    this.videos = videos;
    this.types = types;
    this.settings = settings;
  }

  /**
   * Of a file at an address. A photo is held in counted memory, a video on disk at most.
   *
   * @throws eu.gardefou.fetch.FetchProblem when nothing comes
   */
  Hashes at(String address, Asked asked, Caller caller) {
    Optional<FileKind> said = asked.said();
    // Before anything is fetched for nothing.
    said.ifPresent(kind -> types(kind, asked));
    try (BodyRoom.Share share = room.share(caller.id());
        VideoPlace place = videos.place()) {
      Reading later =
          fetcher.fetch(
              address,
              said.map(FileKind::wanted).orElse(Wanted.MEDIA),
              file -> {
                FileKind kind = said.orElseGet(() -> FileKind.declared(file.type()));
                return switch (kind) {
                  case PHOTO -> photo(file, types(kind, asked), asked, share, caller);
                  case VIDEO -> video(file, types(kind, asked), place, caller);
                };
              });
      return later.hashes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is still to do when a file has come: nobody waits for the network meanwhile. */
  @FunctionalInterface
  private interface Reading {
    Hashes hashes() throws IOException;
  }

  private Reading photo(
      Arriving file, List<SignalType> wanted, Asked asked, BodyRoom.Share share, Caller caller)
      throws IOException {
    byte[] bytes = file.bytes(settings.most(FileKind.PHOTO), share::take);
    return () -> hasher.of(FileKind.PHOTO, bytes, wanted, asked.variants(), caller);
  }

  private Reading video(Arriving file, List<SignalType> wanted, VideoPlace place, Caller caller)
      throws IOException {
    long most = settings.most(FileKind.VIDEO);
    if (wanted.contains(SignalType.VPDQ)) {
      try (OutputStream out = place.open(most)) {
        file.to(out, most);
      }
      return () -> videos.of(place.file(), wanted, caller);
    }
    var digests = new Hasher.Digests(wanted);
    try (OutputStream out = digests.stream()) {
      file.to(out, most);
    }
    return () -> digests.hashes().without(SignalType.VPDQ.name());
  }

  private List<SignalType> types(FileKind kind, Asked asked) {
    List<SignalType> wanted = types.computed(kind, asked.types());
    if (asked.variants() && !wanted.contains(SignalType.PDQ)) {
      throw HmaProblem.bad("variants is for photos, and needs pdq among the types");
    }
    return wanted;
  }

  /**
   * A form with one file, whose field is named after what it is, and perhaps texts.
   *
   * @param texts by name
   */
  record Sent(Hashes hashes, Map<String, String> texts) {}

  /**
   * Of the one file of a multipart body.
   *
   * @param known fields that may be there besides
   * @throws HmaProblem when there is not exactly one, or anything else
   */
  Sent sent(HttpServletRequest request, Asked asked, Caller caller, List<String> known) {
    if (!hasBody(request)) {
      throw HmaProblem.bad("Missing multipart/form-data file upload");
    }
    try (Body body = bodies.read(request, settings.longestBody(), caller.id())) {
      List<Upload> files = new ArrayList<>();
      Map<String, String> texts = new LinkedHashMap<>();
      for (Upload part : Parts.of(body)) {
        if (!known.contains(part.param())) {
          files.add(part);
        } else if (texts.putIfAbsent(part.param(), Parts.text(part, LONGEST_TEXT)) != null) {
          throw HmaProblem.bad("A field is given twice.");
        }
      }
      return new Sent(only(files, asked, caller), texts);
    }
  }

  private Hashes only(List<Upload> files, Asked asked, Caller caller) {
    if (files.isEmpty()) {
      throw HmaProblem.bad("Missing multipart/form-data file upload");
    }
    if (files.size() > 1) {
      throw HmaProblem.bad("Only one file allowed per request");
    }
    Upload file = files.getFirst();
    FileKind kind = FileKind.of(file.param());
    if (file.bytes().length > settings.most(kind)) {
      throw HmaProblem.of(HttpStatus.CONTENT_TOO_LARGE, "Content too large");
    }
    return hasher.of(kind, file.bytes(), types(kind, asked), asked.variants(), caller);
  }

  static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  static boolean isMultipart(HttpServletRequest request) {
    @Nullable String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
  }
}
