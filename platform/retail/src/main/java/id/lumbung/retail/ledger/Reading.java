package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.Card;

/**
 * A card as it was read.
 *
 * @param nextLimit the number that the next limited fact takes on it
 */
record Reading(Card card, long nextLimit) {}
