/** Banks of known pictures and the look-up of a picture in them. */
@NullMarked
@ApplicationModule(
    displayName = "Matching",
    allowedDependencies = {"media", "video", "access", "wire"})
package eu.gardefou.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
