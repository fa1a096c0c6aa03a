package org.bellwether.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRefusalTest {

    private static final Map<String, String> WELCOMING =
            Map.of("EHLO", "250 relay", "MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go on", ".", "250 ok");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # command, answer,                    is final
                    RCPT,      550 no such mailbox,       true
                    RCPT,      553 name not allowed,      true
                    RCPT,      450 mailbox is busy,       false
                    RCPT,      554 no thanks,             false
                    MAIL,      550 sender unknown,        false
                    MAIL,      553 sender not allowed,    false
                    DATA,      550 not now,               false
                    .,         550 looks like spam,       false
                    .,         552 quota exceeded,        false
                    """)
    void onlyARefusedRecipientIsFinal(String command, String answer, boolean isFinal) throws Exception {
        Throwable failure = sentTo(command, answer);

        assertThat(MailTransport.failure(failure))
                .isInstanceOf(isFinal ? Outcome.Rejected.class : Outcome.Retry.class)
                .asString()
                .contains(answer.substring(0, 3));
    }

    /** How the real client fails at a server that answers one command so. */
    private static Throwable sentTo(String command, String answer) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, command, answer));
            thread.setDaemon(true);
            thread.start();
            MailClient client = MailClient.create(
                    vertx,
                    new MailConfig("127.0.0.1", server.getLocalPort())
                            .setLogin(LoginOption.DISABLED)
                            .setKeepAlive(false));
            MailMessage mail = new MailMessage("desk@example.org", "reader@example.org", "Fired", "one").setText("one");
            Throwable thrown = catchThrowable(() -> client.sendMail(mail)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS));
            assertThat(thrown).isInstanceOf(ExecutionException.class);
            return thrown.getCause();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    private static void serve(ServerSocket server, String command, String answer) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            say(out, "220 relay");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String said = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (said.equals(command)) {
                    say(out, answer);
                } else if (WELCOMING.containsKey(said)) {
                    say(out, String.valueOf(WELCOMING.get(said)));
                } else if (said.equals("QUIT") || said.equals("RSET")) {
                    say(out, "221 bye");
                }
            }
        } catch (IOException e) {
            // The client hung up after the refusal.
            Thread.currentThread().interrupt();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
