/** The OpenAI-style door: strict requests in, screened pictures out. */
@NullMarked
@ApplicationModule(
    displayName = "Gateway",
    allowedDependencies = {
      "screening",
      "policy",
      "prompts",
      "evidence",
      "media",
      "fetch",
      "access",
      "wire"
    })
package eu.gardefou.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
