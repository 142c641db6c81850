/** The gate as one application; each direct sub-package is one module. */
@NullMarked
package eu.gardefou;

import org.jspecify.annotations.NullMarked;
