/**
 * How the launcher's commands log in, as anyone does: through the gateway, with tokens that are
 * renewed.
 */
@NullMarked
package id.lumbung.launcher.login;

import org.jspecify.annotations.NullMarked;
