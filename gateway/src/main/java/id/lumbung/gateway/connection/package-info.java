/** Tomcat as the gateway needs it: few connections of one address, headers in time. */
@NullMarked
package id.lumbung.gateway.connection;

import org.jspecify.annotations.NullMarked;
