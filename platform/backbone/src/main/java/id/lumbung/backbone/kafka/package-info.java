/** The broker: which topics there are, and how a service starts and stays up without it. */
@NullMarked
package id.lumbung.backbone.kafka;

import org.jspecify.annotations.NullMarked;
