package id.lumbung.identity;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * Brings this module into whatever service has it on its class path and offers a {@link Directory}.
 */
@AutoConfiguration
@ComponentScan
class IdentityAutoConfiguration {}
