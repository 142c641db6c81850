package eu.gardefou.gateway;

import eu.gardefou.evidence.DecisionEntry;
import java.util.Optional;
import java.util.UUID;

/** Finds a decision on record. */
@FunctionalInterface
interface DecisionLookup {
  /** The decision with that identifier. */
  Optional<DecisionEntry> find(UUID id);
}
