/** Strict reading of requests: whole, in memory, within limits, each field known and there once. */
@NullMarked
@ApplicationModule(
    displayName = "Wire",
    allowedDependencies = {})
package eu.gardefou.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
