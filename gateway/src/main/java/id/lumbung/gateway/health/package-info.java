/** What the gateway says of itself and of the services. */
@NullMarked
package id.lumbung.gateway.health;

import org.jspecify.annotations.NullMarked;
