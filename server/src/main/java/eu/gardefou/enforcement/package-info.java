/**
 * Acts on content and accounts, never without a statement of reasons, and tells whom it concerns.
 */
@NullMarked
@ApplicationModule(
    displayName = "Enforcement",
    allowedDependencies = {"evidence", "database", "fetch"})
package eu.gardefou.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
