package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.PutResult;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.ConstraintWords;
import id.lumbung.edge.problem.JsonComplaint;
import id.lumbung.edge.problem.Refusal;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what an outlet sold while it was offline. Each sale is read, judged and answered by itself:
 * one that is another's to record, or cannot be read, holds up none of the others.
 */
@Component
class SalesUpload {

    static final int MAX_SALES = 500;

    private final FactStore<Sale> sales;
    private final TakenStock taken;
    private final ControlledSales controlled;
    private final Validator validator;
    private final ObjectReader requests;

    SalesUpload(
            FactStore<Sale> sales,
            TakenStock taken,
            ControlledSales controlled,
            Validator validator,
            JsonMapper json) {
        this.sales = sales;
        this.taken = taken;
        this.controlled = controlled;
        this.validator = validator;
        this.requests = json.readerFor(SaleRequest.class);
    }

    /**
     * @param sales each as it would be put singly, with its {@code id}; up to 500
     */
    record Upload(@NotNull @Size(max = MAX_SALES) List<JsonNode> sales) {}

    SalesReceipt take(Upload upload) {
        var results = new SaleResult[upload.sales().size()];
        var good = new ArrayList<Sale>(results.length);
        var places = new ArrayList<Integer>(results.length);
        var now = sales.now();
        RequestGrant.current().requireAll(List.of());
        for (var i = 0; i < results.length; i++) {
            var item = upload.sales().get(i);
            var id = idOrNull(item);
            try {
                good.add(sale(id, item, now));
                places.add(i);
            } catch (Refusal refusal) {
                results[i] = SaleResult.refused(id, refusal);
            }
        }
        good.forEach(controlled::record);
        var written = sales.putAll(good);
        written.forEach(taken::record);
        for (var i = 0; i < written.size(); i++) {
            results[places.get(i)] = result(good.get(i), written.get(i));
        }
        return SalesReceipt.of(Arrays.asList(results));
    }

    /**
     * @throws Refusal when it cannot be read, is another's to record, or lies in the future
     */
    private Sale sale(@Nullable UUID id, JsonNode item, Instant now) {
        if (id == null) {
            throw SaleRule.UNREADABLE.because(
                    "'id' harus UUID seperti 019ab1c2-0000-7000-8000-000000000001.",
                    "'id' must be a UUID such as 019ab1c2-0000-7000-8000-000000000001.");
        }
        var request = request((ObjectNode) item);
        if (!RequestGrant.current().covers(request)) {
            throw SaleRule.notYours(request.outletId());
        }
        var sale = request.sale(id, now);
        sales.check(sale);
        return sale;
    }

    private SaleResult result(Sale sent, PutResult<Sale> written) {
        return switch (written.outcome()) {
            case ACCEPTED -> SaleResult.recorded(sent.id(), SaleOutcome.ACCEPTED);
            case DUPLICATE -> SaleResult.recorded(sent.id(), SaleOutcome.DUPLICATE);
            case CONFLICT, OVERTAKEN ->
                    SaleResult.conflict(sent.id(), sales.idReused(written.stored(), sent));
        };
    }

    private static @Nullable UUID idOrNull(JsonNode item) {
        try {
            return item instanceof ObjectNode sale
                    ? UUID.fromString(sale.path("id").asString(""))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private SaleRequest request(ObjectNode item) {
        SaleRequest request;
        try {
            request = requests.readValue(item.without("id"));
        } catch (JacksonException e) {
            throw SaleRule.UNREADABLE.because(JsonComplaint.of(e));
        }
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw SaleRule.INVALID.because(ConstraintWords.toCorrect(violations));
        }
        return request;
    }
}
