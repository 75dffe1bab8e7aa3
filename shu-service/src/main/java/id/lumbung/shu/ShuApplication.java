package id.lumbung.shu;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ShuApplication {

    public static void main(String[] args) {
        // Sentences and numbers are the same on every machine, whatever its language.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(ShuApplication.class, args);
    }
}
