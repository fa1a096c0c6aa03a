package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A real browser that runs no script of pages, as wide as a telephone, and used by its keyboard alone. */
final class Browser implements AutoCloseable {

    static final int NARROW = 360;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int MOST_STOPS = 80;

    private final Playwright playwright;
    private final Page page;
    private final AtomicInteger loaded = new AtomicInteger();

    Browser(String base, String locale) {
        assumeTrue(Files.isExecutable(CHROMIUM), () -> "there is no " + CHROMIUM + " to look at pages with");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserContext context = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setLocale(locale)
                        .setJavaScriptEnabled(false)
                        .setViewportSize(NARROW, 800)
                        .setHttpCredentials("admin", "only-in-tests"));
        page = context.newPage();
        page.onLoad(any -> loaded.incrementAndGet());
    }

    Page page() {
        return page;
    }

    /** Opens a page, and sees that it fits. */
    void open(String path) {
        page.navigate(path);
        fits();
    }

    /** Goes by the tabulator to the first of what a selector finds. */
    void tabTo(String selector) {
        Locator wanted = page.locator(selector).first();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (wanted.evaluate("element => element === document.activeElement").equals(true)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the tabulator does not come to " + selector + " on " + page.url());
    }

    void type(String selector, String text) {
        tabTo(selector);
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    /** Presses what a selector finds, and sees that the page which comes of it fits. */
    void press(String selector) {
        tabTo(selector);
        int before = loaded.get();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> loaded.get() > before);
        fits();
    }

    /** Opens or closes what does so on the page itself. */
    void toggle(String selector) {
        tabTo(selector);
        page.keyboard().press("Enter");
    }

    String text() {
        return page.locator("main").innerText();
    }

    private void fits() {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isEqualTo(NARROW);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
