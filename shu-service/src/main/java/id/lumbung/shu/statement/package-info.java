/**
 * What people can hold: the report for the annual meeting and each member's page, as web page, PDF
 * and CSV, in Indonesian and English. Rendering only; every figure is given.
 */
@NullMarked
package id.lumbung.shu.statement;

import org.jspecify.annotations.NullMarked;
