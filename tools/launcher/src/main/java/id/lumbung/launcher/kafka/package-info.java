/** The real Kafka broker, as a process of its own. */
@NullMarked
package id.lumbung.launcher.kafka;

import org.jspecify.annotations.NullMarked;
