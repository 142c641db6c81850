/** Which pictures and words came before: requests linked by what they show, whoever sends them. */
@NullMarked
@ApplicationModule(
    displayName = "Lineage",
    allowedDependencies = {"database"})
package eu.gardefou.lineage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
