package org.bellwether.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of an instance that nobody named: of one machine's processes, no two have the same port. */
final class InstanceName {

    private InstanceName() {}

    static String of(int port) {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + port;
        } catch (UnknownHostException e) {
            // A machine that does not know its own name is alone, or has to be given one by bellwether.instance.
            return "ingest:" + port;
        }
    }
}
