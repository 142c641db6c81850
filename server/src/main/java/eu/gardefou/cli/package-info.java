/** The command line: one small class a command; nothing depends on it. */
@NullMarked
@ApplicationModule(
    displayName = "Command line",
    allowedDependencies = {
      "gateway",
      "screening",
      "exchanges",
      "lineage",
      "matching",
      "vision",
      "prompts",
      "reading",
      "policy",
      "evidence",
      "access",
      "media",
      "video",
      "database",
      "wire"
    })
package eu.gardefou.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
