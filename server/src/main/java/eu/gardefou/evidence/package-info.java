/** The memory of every decision: written once, never changed. */
@NullMarked
@ApplicationModule(
    displayName = "Evidence",
    allowedDependencies = {"access", "database"})
package eu.gardefou.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
