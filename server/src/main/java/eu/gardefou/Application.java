package eu.gardefou;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gate as a Spring Boot application: each direct sub-package is one module. */
@SpringBootApplication
public class Application {}
