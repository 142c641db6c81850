/** What a written request asks for, in whatever spelling or language. */
@NullMarked
@ApplicationModule(
    displayName = "Prompts",
    allowedDependencies = {})
package eu.gardefou.prompts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
