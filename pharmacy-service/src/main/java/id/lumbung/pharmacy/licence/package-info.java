/** What an outlet may do, by date: its capability and status, and the licences of its people. */
@NullMarked
package id.lumbung.pharmacy.licence;

import org.jspecify.annotations.NullMarked;
