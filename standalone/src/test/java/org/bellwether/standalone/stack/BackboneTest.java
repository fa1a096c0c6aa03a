package org.bellwether.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackboneTest {

    @Test
    void leavesNoStoreRunningBesideABrokerThatDoesNotStart(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("kafka"));
        Path data = directory.resolve("store");
        Address store = Address.free();
        int controller = Address.free().port();

        assertThatThrownBy(() -> Backbone.start(file, Address.free(), controller, data, store))
                .isInstanceOf(IOException.class);

        try (EmbeddedStore again = EmbeddedStore.start(data, store)) {
            assertThat(again.connectionString()).isEqualTo("mongodb://" + store.reachable());
        }
    }
}
