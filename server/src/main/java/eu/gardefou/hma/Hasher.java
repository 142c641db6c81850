package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.matching.MatchFindings;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.Signal;
import eu.gardefou.matching.SignalType;
import eu.gardefou.media.FileDigests;
import eu.gardefou.media.Media;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes what a file is known by. Photos are decoded first: what is no photo has no hash. */
final class Hasher {
  private static final String FRAMES = "frames";

  private final Media media;
  private final Matching matching;
  private final VideoHasher videos;

  Hasher(Media media, Matching matching, VideoHasher videos) {
    this.matching = matching;
    this.media = media;
    this.videos = videos;
  }

  /**
   * Of a file in memory.
   *
   * @param variants whether a photo is looked up in every frame, view and pose as well
   * @param caller whose share of the turns a video takes
   */
  Hashes of(FileKind kind, byte[] file, List<SignalType> types, boolean variants, Caller caller) {
    return switch (kind) {
      case PHOTO -> photo(file, types, variants);
      case VIDEO ->
          types.contains(SignalType.VPDQ)
              ? videos.of(file, types, caller)
              : bytes(file, types).without(SignalType.VPDQ.name());
    };
  }

  private static Hashes bytes(byte[] file, List<SignalType> types) {
    Digests digests = new Digests(types);
    digests.update(file);
    return digests.hashes();
  }

  private Hashes photo(byte[] file, List<SignalType> types, boolean variants) {
    List<Signal> signals = new ArrayList<>();
    List<SignalType> unhashable = new ArrayList<>();
    Integer quality = null;
    MatchFindings findings = null;
    boolean moves = false;
    FileDigests digests;
    try (Picture picture = media.decode(file)) {
      digests = picture.digests();
      for (SignalType type : types) {
        if (type.equals(SignalType.PDQ)) {
          PdqFingerprint fingerprint = fingerprint(picture.stored());
          quality = fingerprint.quality();
          findings = variants ? matching.lookUp(picture) : null;
          moves = picture.frames().size() > 1;
          if (fingerprint.isUsable()) {
            signals.add(Signal.of(fingerprint.hash()));
          }
          if (findings == null ? !fingerprint.isUsable() : !findings.hashable()) {
            unhashable.add(type);
          }
        }
      }
    }
    signals.addAll(digests(digests, types));
    List<String> silent = moves && findings == null ? List.of(FRAMES) : List.of();
    return new Hashes(signals, quality, unhashable, silent, findings);
  }

  /** Of those that were taken when the photo was decoded. */
  private static List<Signal> digests(FileDigests digests, List<SignalType> types) {
    Map<SignalType, String> known =
        Map.of(
            SignalType.MD5, digests.md5(),
            SignalType.SHA1, digests.sha1(),
            SignalType.SHA256, digests.sha256());
    return types.stream()
        .filter(known::containsKey)
        .map(type -> new Signal(type, Objects.requireNonNull(known.get(type))))
        .toList();
  }

  private static PdqFingerprint fingerprint(Raster raster) {
    return PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height());
  }

  /** Several digests of the same bytes, without keeping them. For one file and one thread. */
  static final class Digests {
    private final Map<SignalType, MessageDigest> digests = new LinkedHashMap<>();

    Digests(List<SignalType> types) {
      for (SignalType type : types) {
        String algorithm = algorithm(type);
        if (algorithm != null) {
          digests.put(type, digest(algorithm));
        }
      }
    }

    OutputStream stream() {
      OutputStream out = OutputStream.nullOutputStream();
      for (MessageDigest digest : digests.values()) {
        out = new DigestOutputStream(out, digest);
      }
      return out;
    }

    void update(byte[] bytes) {
      digests.values().forEach(digest -> digest.update(bytes));
    }

    Hashes hashes() {
      List<Signal> signals = new ArrayList<>();
      digests.forEach((type, digest) ->
          signals.add(new Signal(type, HexFormat.of().formatHex(digest.digest()))));
      return new Hashes(signals, null, List.of());
    }

    private static @Nullable String algorithm(SignalType type) {
      return switch (type.name()) {
        case "md5", "video_md5" -> "MD5";
        case "sha1", "video_sha1" -> "SHA-1";
        case "sha256", "video_sha256" -> "SHA-256";
        default -> null;
      };
    }

    private static MessageDigest digest(String algorithm) {
      try {
        return MessageDigest.getInstance(algorithm);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has " + algorithm, e);
      }
    }
  }
}
