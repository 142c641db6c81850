package eu.gardefou.console;

import eu.gardefou.console.DecisionView.CheckLine;
import eu.gardefou.console.DecisionView.SignalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Reads the signals of a decision, as they are on record, into lines of plain words. A signal of a
 * later version, which this one does not know, is shown as it stands.
 */
final class SignalReader {
  /** Why a check did not run when nothing is wrong. */
  private static final Set<String> NOT_WANTED =
      Set.of("not-configured", "no-database", "no-text", "no-request", "no-face", "replaced");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Words words;

  SignalReader(Words words) {
    this.words = words;
  }

  /** The elements of an array on record; what cannot be read is one element, as it stands. */
  static List<JsonNode> elements(String json) {
    try {
      List<JsonNode> elements = new ArrayList<>();
      JSON.readTree(json).forEach(elements::add);
      return elements;
    } catch (JacksonException unreadable) {
      return List.of(StringNode.valueOf(json));
    }
  }

  /** An object on record; empty when there is none, or none that can be read. */
  static Optional<JsonNode> object(@Nullable String json) {
    try {
      return json == null ? Optional.empty() : Optional.of(JSON.readTree(json));
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  List<SignalLine> read(String json) {
    return elements(json).stream().filter(signal -> !isCheck(signal)).map(this::line).toList();
  }

  /** Which checks looked at what; decisions of earlier versions do not say. */
  List<CheckLine> checks(String json) {
    return elements(json).stream().filter(SignalReader::isCheck).map(this::check).toList();
  }

  private static boolean isCheck(JsonNode signal) {
    return text(signal, "signal").equals("checked");
  }

  private CheckLine check(JsonNode signal) {
    String why = text(signal, "why");
    boolean ran = signal.path("ran").asBoolean();
    return new CheckLine(
        where(signal),
        words.word("checked", text(signal, "check")),
        ran ? "on" : NOT_WANTED.contains(why) ? "off" : "failing",
        words.say(ran ? "check.ran" : "check.not-run"),
        why.isEmpty() ? "" : words.word("why", why));
  }

  private SignalLine line(JsonNode signal) {
    return switch (text(signal, "signal")) {
      case "text" -> words(signal);
      case "language-not-covered" -> of(signal, words.say("signal.language-not-covered"), "", "");
      case "score", "change" -> score(signal);
      case "face" -> face(signal);
      case "match" -> match(signal);
      case "overruled-match" -> overruled(signal);
      case "unhashable" ->
          of(
              signal,
              words.say("signal.unhashable"),
              words.say("signal.quality", signal.path("quality").asInt()),
              "");
      case "marks" -> of(signal, words.say("signal.marks"), value(signal, "share"), "");
      case "not-assessed" -> missing(signal);
      case "lineage" ->
          of(
              signal,
              words.say(
                  "signal.lineage", signal.path("turns").asInt(), signal.path("refusals").asInt()),
              value(signal, "hinted"),
              signal.path("bared").asDouble() > 0
                  ? words.say("signal.lineage.bared", value(signal, "bared"))
                  : "");
      case "ancestor" ->
          of(
              signal,
              words.say("signal.ancestor", words.word("measure", text(signal, "measure"))),
              value(signal, "value"),
              text(signal, "model"));
      case "mask" -> of(signal, words.say("signal.mask"), value(signal, "open"), "");
      default -> of(signal, words.say("signal.other", signal.toString()), "", "");
    };
  }

  private SignalLine words(JsonNode signal) {
    return of(
        signal,
        words.say("signal.text", words.word("concept", text(signal, "concept"))),
        value(signal, "strength"),
        words.say("signal.text.source", text(signal, "rule"), text(signal, "language")));
  }

  private SignalLine score(JsonNode signal) {
    return of(
        signal,
        words.say("signal.score", words.word("measure", text(signal, "measure"))),
        value(signal, "value"),
        scored(text(signal, "model"), text(signal, "view")));
  }

  /** Decisions from before there were several views name none. */
  private String scored(String model, String view) {
    return view.isEmpty() ? model : words.say("signal.score.source", model, view);
  }

  private SignalLine face(JsonNode signal) {
    JsonNode youngest = signal.path("youngest");
    String finding =
        youngest.isNumber()
            ? words.say("signal.face", Math.floor(youngest.asDouble()))
            : words.say("signal.face.unknown");
    return of(signal, finding, value(signal, "confidence"), text(signal, "model"));
  }

  private SignalLine match(JsonNode signal) {
    return of(
        signal,
        words.say("signal.match", text(signal, "bank")),
        words.say("signal.match.value", signal.path("distance").asInt()),
        words.say("signal.match.source", text(signal, "entry")));
  }

  private SignalLine overruled(JsonNode signal) {
    return of(
        signal,
        words.say("signal.overruled", text(signal, "bank"), text(signal, "overruled_by")),
        words.say("signal.match.value", signal.path("distance").asInt()),
        words.say("signal.match.source", text(signal, "entry")));
  }

  private SignalLine missing(JsonNode signal) {
    String check = words.word("checked", text(signal, "check"));
    String why = words.word("why", text(signal, "why"));
    return of(signal, words.say("signal.not-assessed", check, why), "", "");
  }

  private SignalLine of(JsonNode signal, String finding, String value, String source) {
    JsonNode version = signal.path("version");
    return new SignalLine(
        where(signal), finding, value, source, version.isString() ? version.asString() : null);
  }

  private String where(JsonNode signal) {
    // People count from one.
    String number = signal.has("index") ? Integer.toString(signal.path("index").asInt() + 1) : "";
    return switch (text(signal, "part")) {
      case "input" -> words.say("where.input", number).strip();
      case "output" -> words.say("where.output", number).strip();
      case "" -> chain(signal);
      default -> words.say("where.text");
    };
  }

  /** What speaks of no picture and no word of this request. */
  private String chain(JsonNode signal) {
    String kind = text(signal, "signal");
    return kind.equals("lineage") || kind.equals("ancestor")
        ? words.say("where.lineage")
        : words.say("where.text");
  }

  private String value(JsonNode signal, String field) {
    JsonNode value = signal.path(field);
    if (!value.isNumber()) {
      return "";
    }
    double number = value.asDouble();
    // Little is not nothing: 0.00 would say that it is.
    return number > 0 && number < 0.005
        ? words.say("signal.value.little")
        : words.say("signal.value", number);
  }

  private static String text(JsonNode signal, String field) {
    return signal.path(field).asString("");
  }
}
