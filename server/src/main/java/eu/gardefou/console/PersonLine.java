package eu.gardefou.console;

import eu.gardefou.access.Person;
import eu.gardefou.access.Role;
import java.util.List;

/**
 * One person in words.
 *
 * @param enabled whether they can still be disabled
 */
record PersonLine(
    long id,
    String name,
    boolean enabled,
    String shape,
    String state,
    List<String> roles,
    String at,
    String when) {

  static PersonLine of(Person person, Words words) {
    boolean enabled = person.disabledAt() == null;
    String state;
    if (!enabled) {
      state = words.say("people.disabled");
    } else if (person.invited()) {
      state = words.say("people.invited");
    } else {
      state = words.say("people.active");
    }
    return new PersonLine(
        person.id(),
        person.name(),
        enabled,
        person.active() ? "on" : enabled ? "review" : "off",
        state,
        person.roles().stream()
            .sorted()
            .map(Role::word)
            .map(role -> words.word("role", role))
            .toList(),
        person.createdAt().toString(),
        words.momentUtc(person.createdAt()));
  }
}
