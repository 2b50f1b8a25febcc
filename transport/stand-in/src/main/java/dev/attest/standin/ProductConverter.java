package dev.attest.standin;

import dev.attest.standin.rules.Product;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --emulate}. */
final class ProductConverter implements ITypeConverter<Product> {

    @Override
    public Product convert(String value) {
        return Product.named(value).orElseThrow(() -> new TypeConversionException("'" + value + "' is not a product"));
    }
}
