package eu.gardefou.gateway.upstream;

/**
 * A model that the operator lets clients use.
 *
 * @param name what clients call it
 * @param upstreamName what the upstream calls it
 */
public record Model(String name, String upstreamName) {
  /** The family whose limits clients expect. */
  public Family family() {
    return Family.of(name);
  }

  /** The family whose dialect the upstream speaks. */
  public Family upstreamFamily() {
    return Family.of(upstreamName);
  }
}
