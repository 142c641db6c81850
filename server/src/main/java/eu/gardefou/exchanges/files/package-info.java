/** Lists in files on this machine: CSV, JSON, or one hash a line. */
@NullMarked
package eu.gardefou.exchanges.files;

import org.jspecify.annotations.NullMarked;
