package eu.gardefou.console;

import eu.gardefou.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who looks at a page, and what they may do.
 *
 * @param roleNames in the reader's language
 */
record Viewer(String name, String roleNames, Set<Right> rights) {
  /** Keeps its own copy. */
  Viewer {
    rights = Set.copyOf(rights);
  }

  static Viewer of(String name, Set<Role> roles, Words words) {
    EnumSet<Right> rights = EnumSet.of(Right.NOTHING);
    roles.forEach(role -> rights.addAll(Right.of(role)));
    List<String> names =
        roles.stream().sorted().map(role -> words.word("role", role.word())).toList();
    return new Viewer(name, words.list(names), rights);
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }

  public boolean mayCurate() {
    return may(Right.CURATE);
  }

  public boolean mayManage() {
    return may(Right.MANAGE);
  }

  public boolean mayReadDecisions() {
    return may(Right.DECISIONS);
  }

  /** The pages that are open to them. */
  public List<Place> places() {
    return Stream.of(Place.values()).filter(place -> may(place.right())).toList();
  }
}
