/** Content in, verdict out: the one pipeline. */
@NullMarked
@ApplicationModule(
    displayName = "Screening",
    allowedDependencies = {
      "media",
      "matching",
      "lineage",
      "exchanges",
      "vision",
      "prompts",
      "reading",
      "policy",
      "evidence",
      "access",
      "wire"
    })
package eu.gardefou.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
