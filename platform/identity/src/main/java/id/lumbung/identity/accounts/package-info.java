/** The login accounts of people, and the officers who give and take them. */
@NullMarked
package id.lumbung.identity.accounts;

import org.jspecify.annotations.NullMarked;
