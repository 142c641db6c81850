package eu.gardefou.notices;

import org.jspecify.annotations.Nullable;

/**
 * Who reports. Name, e-mail address and signature are kept sealed and apart from the rest.
 *
 * @param standing null when they did not say
 * @param name null when not given
 * @param email null when not given
 * @param signature the typed name that stands for a signature (47 U.S.C. 223a); null when not given
 * @param wish how they want to hear of what happens
 */
public record Reporter(
    @Nullable Standing standing,
    @Nullable String name,
    @Nullable String email,
    @Nullable String signature,
    ContactWish wish) {
  static final Reporter UNKNOWN = new Reporter(null, null, null, null, ContactWish.PAGE);

  /** Nothing of the person is printed, in logs least of all. */
  @Override
  public String toString() {
    return "Reporter[" + standing + ", " + wish + "]";
  }

  boolean actsForThePerson() {
    return standing == Standing.DEPICTED || standing == Standing.ON_BEHALF;
  }

  /** The same with what was missing; a name or address may be corrected. */
  Reporter completedBy(Reporter other) {
    return new Reporter(
        standing == null ? other.standing : standing,
        other.name == null ? name : other.name,
        other.email == null ? email : other.email,
        signature == null ? other.signature : signature,
        other.wish == ContactWish.PAGE ? wish : other.wish);
  }
}
