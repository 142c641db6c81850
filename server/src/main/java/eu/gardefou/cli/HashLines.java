package eu.gardefou.cli;

import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.video.VpdqFingerprint;
import eu.gardefou.video.VpdqJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints the hashes of one file: lines for people and pipes, or one JSON object a line. */
record HashLines(PrintWriter out, boolean json, boolean dihedral, Path file) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> POSES =
      List.of(
          "original",
          "rotate90",
          "rotate180",
          "rotate270",
          "flipx",
          "flipy",
          "flipplus1",
          "flipminus1");

  /** A hash of bytes. */
  void print(HashType type, String hash) {
    if (json) {
      print(object(type, hash));
    } else {
      line(hash, type.word());
    }
  }

  /** A hash of pixels. */
  void print(PdqFingerprint fingerprint) {
    if (json) {
      Map<String, Object> object = object(HashType.PDQ, fingerprint.hash().toString());
      object.put("quality", fingerprint.quality());
      if (dihedral) {
        object.put("dihedral", poses(fingerprint));
      }
      print(object);
      return;
    }
    line(fingerprint.hash().toString(), Integer.toString(fingerprint.quality()));
    if (dihedral) {
      for (int i = 1; i < POSES.size(); i++) {
        line(fingerprint.dihedral().get(i).toString(), POSES.get(i));
      }
    }
  }

  /** The hashes of a video's frames. */
  void print(VpdqFingerprint vpdq) {
    String hash = VpdqJson.write(vpdq);
    if (json) {
      Map<String, Object> object = object(HashType.VPDQ, hash);
      object.put("frames", vpdq.frames().size());
      print(object);
    } else {
      line(hash, HashType.VPDQ.word());
    }
  }

  private static Map<String, String> poses(PdqFingerprint fingerprint) {
    Map<String, String> poses = new LinkedHashMap<>();
    for (int i = 0; i < POSES.size(); i++) {
      poses.put(POSES.get(i), fingerprint.dihedral().get(i).toString());
    }
    return poses;
  }

  private Map<String, Object> object(HashType type, String hash) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("type", type.word());
    object.put("hash", hash);
    return object;
  }

  private void print(Map<String, Object> object) {
    out.println(JSON.writeValueAsString(object));
  }

  private void line(String hash, String what) {
    out.println(hash + "  " + what + "  " + file);
  }
}
