package id.lumbung.pharmacy.stock;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is running out. */
@RestController
@RequestMapping("/stock")
class ShortageController {

    private static final int MAX_DAYS = 3_660;

    private final ShortageLists lists;

    ShortageController(ShortageLists lists) {
        this.lists = lists;
    }

    @Operation(summary = "Products that last for no more than so many days")
    @GetMapping("/low")
    List<ListedProduct> low(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(defaultValue = "14") @Positive @Max(MAX_DAYS) int days) {
        return lists.low(new Asked(cooperativeId, outletId, null), days);
    }

    @Operation(summary = "Products of which nothing may be handed over")
    @GetMapping("/out")
    List<ListedProduct> out(@RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return lists.out(new Asked(cooperativeId, outletId, null));
    }
}
