/** Where pictures are made: whatever speaks the OpenAI Images API, or the demo inside. */
@NullMarked
package eu.gardefou.gateway.upstream;

import org.jspecify.annotations.NullMarked;
