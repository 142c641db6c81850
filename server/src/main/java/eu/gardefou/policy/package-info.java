/** Signals in, decision out: rules that know content and consent and nothing else. */
@NullMarked
@ApplicationModule(
    displayName = "Policy",
    allowedDependencies = {})
package eu.gardefou.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
