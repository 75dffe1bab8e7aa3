package id.lumbung.clinic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ClinicApplication {

    /** The topic on which this service tells. */
    public static final String TOPIC = "clinic";

    public static void main(String[] args) {
        SpringApplication.run(ClinicApplication.class, args);
    }
}
