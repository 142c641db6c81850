/** What local models see in a picture: sexual content, faces, apparent age. */
@NullMarked
@ApplicationModule(
    displayName = "Vision",
    allowedDependencies = {"media"})
package eu.gardefou.vision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
