package id.lumbung.shu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ShuApplication {

    public static void main(String[] args) {
        SpringApplication.run(ShuApplication.class, args);
    }
}
