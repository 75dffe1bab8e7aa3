package id.lumbung.membership;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MembershipApplication {

    /** The topic on which this service tells. */
    public static final String TOPIC = "membership";

    public static void main(String[] args) {
        SpringApplication.run(MembershipApplication.class, args);
    }
}
