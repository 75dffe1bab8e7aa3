/** What the launcher's commands say to the gateway, as any outlet or operator would. */
@NullMarked
package id.lumbung.launcher.client;

import org.jspecify.annotations.NullMarked;
