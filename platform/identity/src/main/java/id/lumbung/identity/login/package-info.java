/** How people prove who they are, by username and password, in a browser. */
@NullMarked
package id.lumbung.identity.login;

import org.jspecify.annotations.NullMarked;
