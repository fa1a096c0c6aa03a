package org.bellwether.classify.quantity;

import java.util.Optional;
import org.bellwether.events.Quantity.Qualifier;

/** What English joins to a number itself to say how exact it is: {@code 100-plus}, {@code 50+}, {@code 30-odd}. */
final class Suffixes {

    private Suffixes() {}

    /** Where what is joined to a number that ends here ends. */
    static int end(String text, int number) {
        if (text.startsWith("-plus", number) || text.startsWith(" plus ", number)) {
            return number + "-plus".length();
        }
        return text.startsWith("-odd", number)
                ? number + "-odd".length()
                : Letters.at(text, number) == '+' ? number + 1 : number;
    }

    static Optional<Qualifier> qualifier(String text, int number) {
        int end = end(text, number);
        return end == number
                ? Optional.empty()
                : Optional.of(text.charAt(end - 1) == 'd' ? Qualifier.ABOUT : Qualifier.AT_LEAST);
    }
}
