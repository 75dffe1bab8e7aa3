package id.lumbung.pharmacy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class PharmacyApplication {

    /** The topic on which the pharmacy tells. */
    public static final String TOPIC = "pharmacy";

    public static void main(String[] args) {
        SpringApplication.run(PharmacyApplication.class, args);
    }
}
