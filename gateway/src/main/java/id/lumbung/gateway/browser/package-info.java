/**
 * What is for browsers: which headers protect them, what a page may load, and which other origins
 * may call.
 */
@NullMarked
package id.lumbung.gateway.browser;

import org.jspecify.annotations.NullMarked;
