package shop;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;

public class Program {

    public static void main(String... arguments) {
        System.setProperty("spring.devtools.restart.enabled", "true");
        SpringApplication application = new SpringApplication(Program.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.run(arguments);
        new Evidence().run();
    }
}
