package id.lumbung.backbone.fact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param doubtfulAfter how long after it happened a fact may be recorded before its time is
 *     doubtful: a device whose battery was flat says 2000
 */
@ConfigurationProperties("lumbung.facts")
record FactSettings(@DefaultValue("45d") Duration doubtfulAfter) {}
