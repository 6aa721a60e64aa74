package org.voorwerp.server.web;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Chromium, where the machine has one: named by CHROMIUM, or found on the PATH.
public final class Browser implements AutoCloseable {

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /// Where Chromium is; empty, with a line on the console, where there is none.
    public static Optional<Path> executable() {
        var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
        var found = Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
        if (found.isEmpty()) {
            System.out.println("Browser tests are skipped: there is no Chromium. Install it (apt-get install chromium),"
                    + " or name one with the variable CHROMIUM.");
        }
        return found;
    }

    public static Browser start(Path executable) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setChromiumSandbox(false)
                                .setArgs(List.of(
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    public com.microsoft.playwright.Browser chromium() {
        return chromium;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
