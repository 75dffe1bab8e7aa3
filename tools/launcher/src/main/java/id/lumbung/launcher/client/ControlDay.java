package id.lumbung.launcher.client;

import java.time.LocalDate;

/**
 * @param sum rupiah
 * @param digest of ids and amounts: 32 hexadecimal digits, which add up modulo 2^128
 */
public record ControlDay(LocalDate day, long count, long sum, String digest) {}
