/** Frames out of a video, in a child process that may do nothing else, and their fingerprint. */
@NullMarked
@ApplicationModule(
    displayName = "Video",
    allowedDependencies = {"programs"})
package eu.gardefou.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
