/**
 * The hash lists of the National Center for Missing and Exploited Children, hash sharing API v2.
 */
@NullMarked
package eu.gardefou.exchanges.ncmec;

import org.jspecify.annotations.NullMarked;
