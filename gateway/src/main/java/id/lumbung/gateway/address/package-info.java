/** Where a call comes from, behind a trusted proxy too, and which proxies are trusted. */
@NullMarked
package id.lumbung.gateway.address;

import org.jspecify.annotations.NullMarked;
