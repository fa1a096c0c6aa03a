package org.bellwether.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BrokenFormsTest {

    private static final StackTraceElement READER = new StackTraceElement(
            "org.jboss.resteasy.reactive.server.core.multipart.MultiPartParserDefinition", "data", null, 1);

    @Test
    void whatBreaksOffIsTheSendersToRepeat() {
        assertThat(answered(inTheReader(new IOException("Connection terminated"))))
                .isEqualTo(400);
        assertThat(answered(new IllegalStateException(inTheReader(new IllegalArgumentException("not encoded")))))
                .isEqualTo(400);
    }

    @Test
    void whatAnybodyCanSendAtWillFillsNoLog() {
        Logger log = Logger.getLogger(BrokenForms.class.getName());
        List<LogRecord> written = new ArrayList<>();
        log.setFilter(record -> record.getLevel().intValue() < Level.INFO.intValue() || written.add(record));

        answered(inTheReader(new IllegalArgumentException("not encoded")));

        log.setFilter(null);
        assertThat(written).isEmpty();
    }

    @Test
    void whatTheFormHasNoPartInIsTheServices() {
        assertThat(answered(new IllegalStateException("of ours"))).isEqualTo(500);
        assertThat(answered(inTheReader(new OutOfMemoryError("heap")))).isEqualTo(500);
    }

    @Test
    void aPlaceForUploadsThatIsNotThereIsTheServices() {
        Throwable missing = catchThrowable(() -> Files.createTempFile(Path.of("no-such-place"), "form", "upload"));

        assertThat(answered(new IllegalStateException(inTheReader(missing)))).isEqualTo(500);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "has a file that is always full")
    void aFullDiskIsTheServices() {
        Throwable full = catchThrowable(() -> {
            try (FileChannel file = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(new byte[] {1}));
            }
        });

        assertThat(full).isInstanceOf(IOException.class);
        assertThat(answered(inTheReader(full))).isEqualTo(500);
    }

    private static Throwable inTheReader(Throwable thrown) {
        thrown.setStackTrace(Stream.concat(Arrays.stream(thrown.getStackTrace()), Stream.of(READER))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }

    private static int answered(Throwable thrown) {
        return new BrokenForms()
                .apply(HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR), ProblemContext.of(thrown, "/"))
                .getStatusCode();
    }
}
