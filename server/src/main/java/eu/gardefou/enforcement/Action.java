package eu.gardefou.enforcement;

import java.util.Locale;
import java.util.Set;

/** What is done to content or an account. Each needs its {@link StatementOfReasons}. */
public sealed interface Action {
  /** Whom and what it concerns. */
  Target target();

  /** As webhooks name it, such as {@code remove}. */
  String word();

  /** Whether a statement's restrictions say that this is done. */
  boolean isSaidBy(Effect effect);

  /** The content is taken away. */
  record Remove(Target target) implements Action {
    @Override
    public String word() {
      return "remove";
    }

    @Override
    public boolean isSaidBy(Effect effect) {
      return says(effect, VisibilityDecision.CONTENT_REMOVED);
    }
  }

  /** The content stays where it is, and nobody can see it. */
  record DisableAccess(Target target) implements Action {
    @Override
    public String word() {
      return "disable-access";
    }

    @Override
    public boolean isSaidBy(Effect effect) {
      return says(effect, VisibilityDecision.CONTENT_DISABLED);
    }
  }

  /**
   * The content is shown less, or in another way.
   *
   * @param how anything but removing it and disabling access to it
   */
  record RestrictVisibility(Target target, VisibilityDecision how) implements Action {
    private static final Set<VisibilityDecision> MORE =
        Set.of(VisibilityDecision.CONTENT_REMOVED, VisibilityDecision.CONTENT_DISABLED);

    /** Refuses what has an action of its own. */
    public RestrictVisibility {
      if (MORE.contains(how)) {
        throw new IllegalArgumentException(how.code() + " is more than restricting visibility.");
      }
    }

    @Override
    public String word() {
      return "restrict-visibility";
    }

    @Override
    public boolean isSaidBy(Effect effect) {
      return says(effect, how);
    }
  }

  /** Payments for it are restricted. */
  record Demonetise(Target target) implements Action {
    @Override
    public String word() {
      return "demonetise";
    }

    @Override
    public boolean isSaidBy(Effect effect) {
      return effect.restrictions().stream().anyMatch(Restriction.Monetary.class::isInstance);
    }
  }

  /** The provision of the service, or of a part of it, is suspended or ends. */
  record SuspendProvision(Target target) implements Action {
    @Override
    public String word() {
      return "suspend-service";
    }

    @Override
    public boolean isSaidBy(Effect effect) {
      return effect.restrictions().stream().anyMatch(Restriction.Provision.class::isInstance);
    }
  }

  /** The account is suspended or closed. */
  record SuspendAccount(Target target) implements Action {
    @Override
    public String word() {
      return "suspend-account";
    }

    @Override
    public boolean isSaidBy(Effect effect) {
      return effect.restrictions().stream().anyMatch(Restriction.Account.class::isInstance);
    }
  }

  /**
   * Whom and what an action concerns.
   *
   * @param key the caller's own, 1 to 200 characters: the same key acts once
   * @param item what the platform calls the content or the account, 1 to 500 characters
   * @param decidedBy who decided, as the caller names people and machines; never told to anybody
   * @param language the recipient's
   */
  record Target(String key, String item, String decidedBy, Locale language) {
    /** Refuses an empty or overlong name. */
    public Target {
      key = Action.key(key);
      if (item.isBlank() || item.length() > 500) {
        throw new IllegalArgumentException("An item is named with 1 to 500 characters.");
      }
      decidedBy = decider(decidedBy);
    }
  }

  private static boolean says(Effect effect, VisibilityDecision decision) {
    return effect.restrictions().stream()
        .anyMatch(restriction ->
            restriction instanceof Restriction.Visibility visibility
                && visibility.decisions().contains(decision));
  }

  /** Refuses a key that is empty or overlong. */
  static String key(String key) {
    if (key.isBlank() || key.length() > 200) {
      throw new IllegalArgumentException("A key has 1 to 200 characters.");
    }
    return key;
  }

  /** Refuses an action of nobody. */
  static String decider(String name) {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("Who decided is named with 1 to 200 characters.");
    }
    return name;
  }
}
