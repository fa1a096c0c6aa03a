package org.bellwether.alert;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one place where the service looks at the wall clock; tests bring their own. */
@Singleton
final class Clock {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
