/** How our types stand in MongoDB, and what its answers mean. */
@NullMarked
package id.lumbung.backbone.mongo;

import org.jspecify.annotations.NullMarked;
