package id.lumbung.membership.cooperative;

import id.lumbung.backbone.event.Event.CooperativeKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record CooperativeRegistration(
        @NotBlank @Size(max = 200) @VisibleName String name,
        @NotNull
                @Pattern(
                        regexp = "\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}",
                        message = "{id.lumbung.membership.village-code}")
                String villageCode,
        @NotNull CooperativeKind kind,
        @NotNull Zone zone) {}
