package eu.gardefou.hma;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.matching.BankMatch;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.LookUp;
import eu.gardefou.matching.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Matches of a photo in any frame, view and pose, as upstream writes them, and how it was seen. */
final class VariantMatches {
  private final Banks banks;

  VariantMatches(Banks banks) {
    this.banks = banks;
  }

  /** One entry. Without a variant, the bytes are the very same. */
  record Match(
      @JsonProperty("bank_content_id") long id,
      @JsonProperty("distance") String distance,
      @JsonProperty("variant") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Map<String, Object> variant) {}

  Map<String, Object> byBank(List<BankMatch> matches, LookUp wish) {
    Map<String, List<Match>> all = new LinkedHashMap<>();
    Map<String, Boolean> asked = new LinkedHashMap<>();
    for (BankMatch match : matches) {
      if (!match.quarantined()
          && asked.computeIfAbsent(match.bank(), bank -> isAsked(bank, wish))) {
        all.computeIfAbsent(match.bank(), _ -> new ArrayList<>()).add(shown(match));
      }
    }
    return new LinkedHashMap<>(all);
  }

  private boolean isAsked(String bank, LookUp wish) {
    return (wish.banks().isEmpty() || wish.banks().contains(bank))
        && banks.find(bank).settings().share() >= wish.flip();
  }

  private Match shown(BankMatch match) {
    Variant variant = match.variant();
    return new Match(
        banks.entry(match.bank(), match.entry()).number(),
        String.valueOf(match.distance()),
        variant == null ? null : json(variant));
  }

  private static Map<String, Object> json(Variant variant) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("frame", variant.frame());
    json.put("view", variant.view());
    json.put("trimmed", variant.trimmed());
    json.put("pose", variant.pose().name().toLowerCase(Locale.ROOT));
    return json;
  }
}
