package eu.gardefou.hma;

import eu.gardefou.matching.SignalType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The signal types that this interface knows, and whether each is switched on. What another node
 * switched is known here a few seconds later; what is in the banks, at once. Safe for many threads.
 */
final class TypeNames {
  private static final long FRESH = TimeUnit.SECONDS.toNanos(5);
  private static final List<SignalType> ALL =
      Arrays.stream(FileKind.values()).flatMap(kind -> kind.types().stream()).toList();

  private final JdbcClient sql;
  private final AtomicLong readAt = new AtomicLong();
  private volatile @Nullable Map<String, Double> ratios;

  TypeNames(JdbcClient sql) {
    this.sql = sql;
  }

  /** All by name, each with its ratio: 0 is off, everything else on. */
  Map<String, Double> all() {
    Map<String, Double> known = ratios;
    long before = readAt.get();
    long now = System.nanoTime();
    // One reads anew, while the others go on with what is known.
    if (known == null || (now - before > FRESH && readAt.compareAndSet(before, now))) {
      return read();
    }
    return known;
  }

  private Map<String, Double> read() {
    Map<String, Double> fresh = new LinkedHashMap<>();
    ALL.forEach(type -> fresh.put(type.name(), 1.0));
    sql.sql("SELECT name, enabled_ratio FROM hma.signal_type")
        .query(row -> {
          fresh.replace(row.getString("name"), row.getDouble("enabled_ratio"));
        });
    readAt.set(System.nanoTime());
    ratios = fresh;
    return fresh;
  }

  /**
   * A type that can be looked up.
   *
   * @throws HmaProblem when it is not known, or switched off
   */
  SignalType enabled(String name) {
    SignalType type = known(name);
    if (!isOn(type)) {
      throw HmaProblem.bad("SignalType '" + type + "' is not enabled");
    }
    return type;
  }

  /**
   * A type that is known, on or off. The name is repeated by the list, never as it was sent.
   *
   * @throws HmaProblem when it is not known
   */
  SignalType known(String name) {
    return ALL.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> HmaProblem.bad("No such SignalType: one of " + names()));
  }

  boolean isOn(SignalType type) {
    return all().getOrDefault(type.name(), 0.0) > 0;
  }

  /**
   * What is computed of a file.
   *
   * @param wish names with commas between; null for all that are on, without vPDQ, which takes
   *     seconds and has to be named
   * @throws HmaProblem when a name is not one of them, and when nothing would be computed
   */
  List<SignalType> computed(FileKind kind, @Nullable String wish) {
    List<SignalType> on = kind.types().stream().filter(this::isOn).toList();
    if (wish == null) {
      List<SignalType> usual = on.stream().filter(type -> !type.equals(SignalType.VPDQ)).toList();
      if (usual.isEmpty()) {
        throw HmaProblem.bad(
            "no signal type of a " + kind.word() + " is on, unless types names it");
      }
      return usual;
    }
    List<SignalType> chosen =
        Stream.of(wish.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .map(name -> chosen(on, name))
            .toList();
    if (chosen.isEmpty()) {
      throw HmaProblem.bad("empty signal type selection");
    }
    return chosen;
  }

  private static SignalType chosen(List<SignalType> on, String name) {
    return on.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> HmaProblem.bad("a signal type doesn't exist here or is disabled"));
  }

  /** Switches a type. */
  void set(SignalType type, double ratio) {
    sql.sql(
            """
            INSERT INTO hma.signal_type (name, enabled_ratio) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET enabled_ratio = excluded.enabled_ratio
            """)
        .params(type.name(), ratio)
        .update();
    read();
  }

  private static String names() {
    return String.join(", ", ALL.stream().map(SignalType::name).toList());
  }
}
