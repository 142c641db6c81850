/** Who may: people with sessions and roles, machines with scoped keys. */
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {})
package eu.gardefou.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
