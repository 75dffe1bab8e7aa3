/** Topics and rights on the broker, brought there by whoever administers it. */
@NullMarked
package id.lumbung.brokeraccess;

import org.jspecify.annotations.NullMarked;
