/** The API document of the gateway itself: how one logs in. Each service has its own. */
@NullMarked
package id.lumbung.gateway.docs;

import org.jspecify.annotations.NullMarked;
