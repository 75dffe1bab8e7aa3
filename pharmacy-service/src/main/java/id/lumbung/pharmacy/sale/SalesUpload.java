package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.PutResult;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.JsonComplaint;
import id.lumbung.edge.problem.Refusal;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what an outlet sold while it was offline. Each sale is read, judged and answered by itself.
 */
@Component
class SalesUpload {

    static final int MOST_SALES = 500;

    private final FactStore<Sale> sales;
    private final Validator validator;
    private final ObjectReader purchases;

    SalesUpload(FactStore<Sale> sales, Validator validator, JsonMapper json) {
        this.sales = sales;
        this.validator = validator;
        this.purchases = json.readerFor(SaleRequest.class);
    }

    /**
     * @param sales each as it would be put singly, with its {@code id}; up to 500
     */
    record Upload(@NotNull @Size(max = MOST_SALES) List<JsonNode> sales) {}

    enum Outcome {
        ACCEPTED,
        DUPLICATE,
        CONFLICT,
        REFUSED
    }

    /**
     * @param id null where the item has none that can be read
     * @param reason why it was not taken; null where it was
     */
    record Result(@Nullable UUID id, Outcome outcome, @Nullable String reason) {}

    /** The counts add up to the number of items sent. */
    record Receipt(int accepted, int duplicates, int conflicts, int refused, List<Result> results) {

        static Receipt of(List<Result> results) {
            var counts =
                    results.stream()
                            .collect(Collectors.groupingBy(Result::outcome, Collectors.counting()));
            return new Receipt(
                    Math.toIntExact(counts.getOrDefault(Outcome.ACCEPTED, 0L)),
                    Math.toIntExact(counts.getOrDefault(Outcome.DUPLICATE, 0L)),
                    Math.toIntExact(counts.getOrDefault(Outcome.CONFLICT, 0L)),
                    Math.toIntExact(counts.getOrDefault(Outcome.REFUSED, 0L)),
                    results);
        }
    }

    /**
     * @throws Refusal when any of them is not the caller's own to record; then none is
     */
    Receipt take(Upload upload) {
        var results = new Result[upload.sales().size()];
        var named = new LinkedHashMap<Integer, Named>();
        for (var i = 0; i < results.length; i++) {
            UUID id = null;
            try {
                var item = upload.sales().get(i);
                id = id(item);
                named.put(i, new Named(id, purchase(item)));
            } catch (Refusal refusal) {
                results[i] = new Result(id, Outcome.REFUSED, refusal.detail());
            }
        }
        RequestGrant.current().requireAll(named.values().stream().map(Named::purchase).toList());
        var good = new ArrayList<Sale>(named.size());
        var places = new ArrayList<Integer>(named.size());
        var now = sales.now();
        named.forEach((place, it) -> {
            try {
                var sale = it.purchase().sale(it.id(), now);
                sales.check(sale);
                good.add(sale);
                places.add(place);
            } catch (Refusal refusal) {
                results[place] = new Result(it.id(), Outcome.REFUSED, refusal.detail());
            }
        });
        var written = sales.putAll(good);
        for (var i = 0; i < written.size(); i++) {
            results[places.get(i)] = result(written.get(i));
        }
        return Receipt.of(Arrays.asList(results));
    }

    private record Named(UUID id, SaleRequest purchase) {}

    private Result result(PutResult<Sale> written) {
        var sale = written.stored();
        return switch (written.outcome()) {
            case ACCEPTED -> new Result(sale.id(), Outcome.ACCEPTED, null);
            case DUPLICATE -> new Result(sale.id(), Outcome.DUPLICATE, null);
            case CONFLICT, OVERTAKEN ->
                    new Result(sale.id(), Outcome.CONFLICT, sales.idReused(sale).detail());
        };
    }

    private static UUID id(JsonNode item) {
        var id = item.path("id").asString("");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    SaleRule.UNREADABLE,
                    "'id' must be a UUID such as 019ab1c2-0000-7000-8000-000000000001.");
        }
    }

    private SaleRequest purchase(JsonNode item) {
        SaleRequest purchase;
        try {
            purchase = purchases.readValue(((ObjectNode) item).without("id"));
        } catch (JacksonException e) {
            throw new Refusal(SaleRule.UNREADABLE, JsonComplaint.of(e));
        }
        var violations = validator.validate(purchase);
        if (!violations.isEmpty()) {
            throw new Refusal(
                    SaleRule.INVALID,
                    violations.stream()
                            .map(violation ->
                                    "'%s' %s"
                                            .formatted(
                                                    violation.getPropertyPath(),
                                                    violation.getMessage()))
                            .sorted()
                            .collect(Collectors.joining("; ")));
        }
        return purchase;
    }
}
