/** Safe decoding: hostile bytes in, plain pixels or a plain refusal out. */
@NullMarked
@ApplicationModule(
    displayName = "Media",
    allowedDependencies = {})
package eu.gardefou.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
