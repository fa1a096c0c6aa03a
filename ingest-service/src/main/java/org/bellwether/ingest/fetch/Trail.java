package org.bellwether.ingest.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The hops of one fetch so far, and whether another may follow. */
final class Trail {

    private final List<Chain.Step> steps = new ArrayList<>();
    private final int maxRedirects;

    Trail(int maxRedirects) {
        this.maxRedirects = maxRedirects;
    }

    Chain chain() {
        return new Chain(steps);
    }

    /** Where to go from here. */
    Hop step(URI from, int status, String location) {
        Hop next = Hop.next(from, location);
        if (!(next instanceof Hop.To to)) {
            return next;
        }
        steps.add(new Chain.Step(from, status, to.url()));
        if (steps.stream().anyMatch(step -> step.from().equals(to.url()))) {
            return new Hop.No(FailureKind.REDIRECT, "its redirects lead in a circle");
        }
        if (steps.size() > maxRedirects) {
            return new Hop.No(FailureKind.REDIRECT, "there were more than " + maxRedirects + " redirects");
        }
        return next;
    }
}
