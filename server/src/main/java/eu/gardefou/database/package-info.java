/** PostgreSQL: the embedded server, the connection, the roles and the migrations. */
@NullMarked
@ApplicationModule(
    displayName = "Database",
    allowedDependencies = {})
package eu.gardefou.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
