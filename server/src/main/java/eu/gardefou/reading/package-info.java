/** What stands in a picture: text, codes, and marks drawn over it. */
@NullMarked
@ApplicationModule(
    displayName = "Reading",
    allowedDependencies = {"media", "programs"})
package eu.gardefou.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
