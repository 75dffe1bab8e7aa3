package id.lumbung.retail.ledger;

import java.time.Instant;
import java.util.UUID;

/** What the ledger reads of a fact of any kind. */
record Posted(UUID id, StockPosting stock, Instant recordedAt) {}
