package org.bellwether.standalone.stack;

import java.nio.file.Path;

/** How this stack runs Java programs: by the very Java that runs the launcher. */
final class Java {

    static final String PROGRAM =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** On a small machine the optimising compilers of four processes take more than they give for minutes. */
    static final String FAST_START = "-XX:TieredStopAtLevel=1";

    private Java() {}
}
