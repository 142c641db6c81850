/** Fetches what a caller's address names, safely: public places only, within limits. */
@NullMarked
@ApplicationModule(
    displayName = "Fetch",
    allowedDependencies = {})
package eu.gardefou.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
