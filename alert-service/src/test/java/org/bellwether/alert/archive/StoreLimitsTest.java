package org.bellwether.alert.archive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bellwether.testkit.Fixtures.taggedItem;

import java.math.BigDecimal;
import java.time.Instant;
import org.bellwether.events.Quantity;
import org.bellwether.events.TaggedItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLimitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9223372036854775808 | a whole number from -9223372036854775808 to 9223372036854775807, found 9223372036854775808
            1E+400              | a number of at most 1.7976931348623157E308, found 1E+400
            """)
    void aFigureBeyondTheStoreIsNamedWithItsPlace(String value, String reason) {
        TaggedItem item = withFigures("22000", value);

        assertThatThrownBy(() -> ArchiveForms.item(item))
                .isInstanceOf(UnstorableException.class)
                .hasMessage("the archive cannot hold it: at quantities[1].value expected " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "1E+300", "0.1"})
    void aFigureTheStoreCanHoldPasses(String value) {
        assertThatCode(() -> ArchiveForms.item(withFigures(value))).doesNotThrowAnyException();
    }

    @Test
    void aTimeBeyondTheStoreIsNamedWithItsPlace() {
        TaggedItem item = taggedItem().published(Instant.MIN).build();

        assertThatThrownBy(() -> ArchiveForms.item(item))
                .isInstanceOf(UnstorableException.class)
                .hasMessage("the archive cannot hold it: at item.published expected a time within 292 million years of "
                        + "1970, found -1000000000-01-01T00:00:00Z");
    }

    private static TaggedItem withFigures(String... values) {
        var item = taggedItem();
        for (String value : values) {
            item.quantity("sma-renegotiation", Quantity.Kind.COUNT, new BigDecimal(value).toString(), "count");
        }
        return item.build();
    }
}
