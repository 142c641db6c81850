/** What people report: taken in whole, kept, timed, and put in a queue for somebody to decide. */
@NullMarked
@ApplicationModule(
    displayName = "Notices",
    allowedDependencies = {"access", "database", "wire", "evidence"})
package eu.gardefou.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
