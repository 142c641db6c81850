package eu.gardefou.access;

/**
 * A key at the one moment when its secret is known.
 *
 * @param secret the whole key as a client sends it, {@code gf_<id>_<43 letters>}; kept nowhere
 */
public record NewKey(MachineKey key, String secret) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "NewKey[" + key.id() + "]";
  }
}
