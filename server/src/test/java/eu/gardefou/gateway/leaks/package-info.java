/** Code that breaks the law on purpose, to show that the law is held. */
@NullMarked
package eu.gardefou.gateway.leaks;

import org.jspecify.annotations.NullMarked;
