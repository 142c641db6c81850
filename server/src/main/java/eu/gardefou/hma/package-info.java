/** The interface of Hasher-Matcher-Actioner, for those who already call it. */
@NullMarked
@ApplicationModule(
    displayName = "HMA interface",
    allowedDependencies = {"exchanges", "matching", "media", "video", "fetch", "access", "wire"})
package eu.gardefou.hma;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
