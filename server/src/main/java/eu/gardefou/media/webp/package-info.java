/**
 * Decodes the two codings of WebP: VP8 key frames (RFC 6386) and VP8L (RFC 9649, section 3). Knows
 * bytes and pixels only; files, frames and transparency are read elsewhere.
 */
@NullMarked
package eu.gardefou.media.webp;

import org.jspecify.annotations.NullMarked;
