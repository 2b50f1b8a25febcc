package shop;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Cart {

    public int total() {
        return 3;
    }
}
