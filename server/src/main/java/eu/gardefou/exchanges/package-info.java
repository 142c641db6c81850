/** Lists of hashes that others share: fetched by the clock, kept up to date, answered to. */
@NullMarked
@ApplicationModule(
    displayName = "Exchanges",
    allowedDependencies = {"matching", "access", "database"})
package eu.gardefou.exchanges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
