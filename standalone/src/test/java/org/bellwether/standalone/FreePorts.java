package org.bellwether.standalone;

import java.util.concurrent.ThreadLocalRandom;
import org.bellwether.standalone.stack.Ports;
import org.bellwether.standalone.stack.Refusal;

/** A row of ports that nobody has. */
final class FreePorts {

    private FreePorts() {}

    static Ports row() {
        for (int attempt = 0; attempt < 100; attempt++) {
            // Below the range from which systems hand out ports by themselves.
            Ports ports = new Ports("127.0.0.1", ThreadLocalRandom.current().nextInt(20_000, 32_000));
            if (isFree(ports)) {
                return ports;
            }
        }
        throw new IllegalStateException("no nine free ports in a row");
    }

    private static boolean isFree(Ports ports) {
        try {
            ports.requireFree();
            return true;
        } catch (Refusal taken) {
            return false;
        }
    }
}
