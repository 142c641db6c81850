/** Programs of others that run beside this one, unpacked from the jars that bring them. */
@NullMarked
@ApplicationModule(
    displayName = "Programs",
    allowedDependencies = {})
package eu.gardefou.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
