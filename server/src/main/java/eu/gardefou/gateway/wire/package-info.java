/** What clients say and what they are told: strict reading of requests, one shape of error. */
@NullMarked
package eu.gardefou.gateway.wire;

import org.jspecify.annotations.NullMarked;
