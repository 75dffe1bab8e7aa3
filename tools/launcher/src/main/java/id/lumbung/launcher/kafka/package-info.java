/** The real Kafka broker, as a process of its own. */
@NullMarked
package id.lumbung.local.kafka;

import org.jspecify.annotations.NullMarked;
