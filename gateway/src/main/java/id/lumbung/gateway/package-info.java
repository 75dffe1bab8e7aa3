/** The one way in: outlet apps, members and operators come in here. */
@NullMarked
package id.lumbung.gateway;

import org.jspecify.annotations.NullMarked;
