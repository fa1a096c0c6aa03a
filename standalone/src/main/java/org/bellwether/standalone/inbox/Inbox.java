package org.bellwether.standalone.inbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.bellwether.embedded.Address;

/** Where the standalone stack's mail and posts end up: an SMTP server and a web server over one bounded store. */
public final class Inbox implements AutoCloseable {

    private static final int MOST_MESSAGES = 2_000;
    private static final long MOST_CHARACTERS = 24_000_000;
    private static final int WEB_THREADS = 8;

    private final Address web;
    private final InboxMessages messages;
    private final MailSink smtp;
    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * Starts both servers.
     *
     * @param web where pages, API and hooks are
     * @param smtp where mail is accepted
     * @param clock for the time of arrival
     * @param arrivals told of each message as it comes in; must be quick
     * @throws IOException when the web port cannot be bound
     */
    public static Inbox start(Address web, Address smtp, InstantSource clock, Consumer<InboxMessage> arrivals)
            throws IOException {
        InboxMessages messages = new InboxMessages(MOST_MESSAGES, MOST_CHARACTERS, arrivals);
        HttpServer server = HttpServer.create(new InetSocketAddress(web.host(), web.port()), 0);
        server.createContext("/", new InboxResource(messages, clock));
        try {
            return new Inbox(web, messages, new MailSink(smtp, messages, clock), server);
        } catch (IllegalStateException e) {
            server.stop(0);
            throw new IOException("the inbox cannot accept mail on " + smtp.bound(), e);
        }
    }

    private Inbox(Address web, InboxMessages messages, MailSink smtp, HttpServer server) {
        this.web = web;
        this.messages = messages;
        this.smtp = smtp;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(WEB_THREADS, Inbox::daemon);
        server.setExecutor(threads);
        server.start();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "inbox-web");
        thread.setDaemon(true);
        return thread;
    }

    /** The page for people. */
    public URI page() {
        return URI.create("http://" + web.reachable() + "/");
    }

    /** What has arrived, newest first. */
    public List<InboxMessage> messages() {
        return messages.newestFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        smtp.close();
    }
}
