package eu.gardefou.exchanges.ncmec;

import eu.gardefou.exchanges.peer.Answer;
import eu.gardefou.exchanges.peer.Call;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.PeerHttp;
import eu.gardefou.exchanges.peer.View;
import eu.gardefou.exchanges.peer.Xml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opinions for NCMEC. They are about one fingerprint of an entry; a dispute names one of NCMEC's
 * own reasons: the one whose name the curator wrote, or the only one that there is.
 */
final class Feedback {
  /**
   * From what most pictures share to what only one file has; the first that an entry has counts.
   */
  private static final List<Map.Entry<String, String>> TYPES =
      List.of(
          Map.entry("pdq", "PDQ"),
          Map.entry("photodna", "PDNA"),
          Map.entry("md5", "MD5"),
          Map.entry("video_md5", "MD5"),
          Map.entry("sha1", "SHA1"),
          Map.entry("video_sha1", "SHA1"),
          Map.entry("tmk_pdqf", "TMK_PDQF"),
          Map.entry("ssvh_pdna", "SSVH_PDNA"),
          Map.entry("ssvh_safer_hash", "SSVH_SAFER_HASH"),
          Map.entry("netclean", "NETCLEAN"),
          Map.entry("videntifier", "VIDENTIFIER"));

  private static final String NAMESPACE = "https://hashsharing.ncmec.org/hashsharing/v2";

  private final PeerHttp http;
  private final String authorization;
  private final Map<String, List<Xml>> reasons = new HashMap<>();

  Feedback(PeerHttp http, String authorization) {
    this.http = http;
    this.authorization = authorization;
  }

  /** Null when it was taken; otherwise why it never will be. */
  @Nullable String send(View view) throws InterruptedException {
    String type = type(view);
    int dash = view.key().indexOf('-');
    if (type == null || dash < 0) {
      return "NCMEC takes no opinion on this entry's kinds of fingerprint.";
    }
    String verdict = "<affirmative/>";
    if (!view.confirms()) {
      List<Xml> known = reasons(type);
      if (known.isEmpty()) {
        return "NCMEC has no reasons for a dispute of this entry's kinds of fingerprint.";
      }
      Optional<String> reason = reason(known, view.reason());
      if (reason.isEmpty()) {
        return "NCMEC wants one of its own reasons for a dispute: write its name as the reason.";
      }
      verdict = "<negative><reasonIds><guid>" + reason.get() + "</guid></reasonIds></negative>";
    }
    String path =
        "/v2/entries/"
            + encoded(view.key().substring(0, dash))
            + "/"
            + encoded(view.key().substring(dash + 1))
            + "/"
            + type
            + "/feedback";
    Call call =
        Call.send("PUT", path, "application/xml; charset=utf-8", submission(verdict))
            .with("Authorization", authorization);
    Answer answer = http.send(call);
    return answer.status() < 300
        ? null
        : "NCMEC did not take the opinion (status " + answer.status() + ").";
  }

  private static String submission(String verdict) {
    return "<feedbackSubmission xmlns=\"" + NAMESPACE + "\">" + verdict + "</feedbackSubmission>";
  }

  private static @Nullable String type(View view) {
    return TYPES.stream()
        .filter(
            type -> view.signals().stream().anyMatch(s -> s.type().name().equals(type.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private List<Xml> reasons(String type) throws InterruptedException {
    List<Xml> known = reasons.get(type);
    if (known == null) {
      Answer answer =
          http.send(
              Call.get("/v2/feedback/" + type + "/reasons").with("Authorization", authorization));
      known = reasons(answer);
      reasons.put(type, known);
    }
    return known;
  }

  /** No reasons only if NCMEC says so: what fails otherwise is no judgement on the opinion. */
  private static List<Xml> reasons(Answer answer) {
    if (answer.status() == 404) {
      return List.of();
    }
    if (answer.status() >= 300) {
      throw new PeerFailure(
          Kind.UNREACHABLE,
          "NCMEC did not tell its reasons for disputes (status " + answer.status() + ").");
    }
    return read(answer);
  }

  private static List<Xml> read(Answer answer) {
    Xml document = Xml.read(Ncmec.TITLE, answer.body());
    // Bare, or within a wrapper: both are documented.
    Xml list = document.child("availableFeedbackReasons").orElse(document);
    return list.all("reason").filter(Feedback::usable).toList();
  }

  private static Optional<String> reason(List<Xml> all, String words) {
    return all.stream()
        .filter(
            reason -> all.size() == 1 || reason.attribute("name").equalsIgnoreCase(words.strip()))
        .map(reason -> reason.attribute("guid"))
        .findFirst();
  }

  private static boolean usable(Xml reason) {
    return reason.attribute("guid").matches("[0-9A-Za-z-]{1,64}");
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
