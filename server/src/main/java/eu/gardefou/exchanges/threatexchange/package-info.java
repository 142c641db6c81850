/** Privacy groups of Meta's ThreatExchange. */
@NullMarked
package eu.gardefou.exchanges.threatexchange;

import org.jspecify.annotations.NullMarked;
