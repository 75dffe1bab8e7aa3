package id.lumbung.edge.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Makes every error of the gateway and of a service leave as problem details. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@Import({Problems.class, ProblemErrorController.class, TomcatProblems.class})
final class ProblemAutoConfiguration {}
