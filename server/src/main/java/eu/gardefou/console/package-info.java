/** All the HTML for people who work here; owns no rule. */
@NullMarked
@ApplicationModule(
    displayName = "Console",
    allowedDependencies = {
      "gateway",
      "exchanges",
      "lineage",
      "matching",
      "vision",
      "prompts",
      "policy",
      "evidence",
      "access",
      "media",
      "wire"
    })
package eu.gardefou.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
