package id.lumbung.membership.cooperative;

import id.lumbung.backbone.security.Owned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

record OutletOpening(
        @NotNull UUID cooperativeId,
        @NotNull
                @Pattern(
                        regexp = "[A-Z][A-Z_]{1,39}",
                        message = "{id.lumbung.membership.outlet-kind}")
                String kind,
        @NotBlank @Size(max = 200) @VisibleName String name)
        implements Owned {}
