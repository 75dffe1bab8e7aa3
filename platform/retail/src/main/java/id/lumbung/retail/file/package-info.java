/** Lists that people keep in tables: CSV and XLSX files, read row by row within bounds. */
@NullMarked
package id.lumbung.retail.file;

import org.jspecify.annotations.NullMarked;
