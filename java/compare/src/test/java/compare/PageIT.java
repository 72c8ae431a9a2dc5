package compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import libc.Needs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page as Chromium shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {

    /** What WCAG asks of text. */
    private static final double READABLE_CONTRAST = 4.5;

    private static final int READABLE_PX = 12;

    /** It misses the protocol's newest version, of which nothing is used here. */
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    private ChromeDriver browser;
    private Path page;

    @BeforeAll
    void open(@TempDir Path dir) throws Exception {
        Needs.tool("chromium", "chromedriver");
        page = Files.writeString(dir.resolve("page.html"), Found.document().page());
        DEVTOOLS.setLevel(Level.SEVERE);
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(path("chromium").toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                "--user-data-dir=" + Files.createDirectory(dir.resolve("profile")));
        options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
        browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(path("chromedriver").toFile())
                .build(), options);
    }

    private static Path path(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":")).map(dir -> Path.of(dir, tool)).filter(Files::isExecutable)
                .findFirst().orElseThrow();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void load() {
        look(1280, 900, "light");
        browser.get(page.toUri().toString());
    }

    @AfterEach
    void nothing_to_complain_of() {
        assertEquals(List.of(),
                browser.manage().logs().get(LogType.BROWSER).getAll().stream().map(Object::toString).toList());
    }

    private void look(int width, int height, String scheme) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        browser.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private List<WebElement> rows() {
        return browser.findElements(By.cssSelector("#experiments tbody tr"));
    }

    private int shown(String elements) {
        return (int) number("[...document.querySelectorAll('" + elements + "')].filter(e => e.checkVisibility()).length");
    }

    private int shown() {
        return shown("#experiments tbody tr");
    }

    private List<String> column(String head) {
        List<?> texts = (List<?>) browser.executeScript("return [...document.querySelectorAll('#experiments td[data-head=\""
                + head + "\"]')].map(cell => cell.textContent.trim())");
        return texts.stream().map(String.class::cast).toList();
    }

    private double number(String script, Object... arguments) {
        return ((Number) browser.executeScript("return " + script, arguments)).doubleValue();
    }

    @Test
    void it_shows_every_experiment_and_needs_nothing_else() {
        assertEquals(Found.document().findings().stream().map(Finding::title).sorted().toList(),
                browser.findElements(By.cssSelector("#experiments tbody a")).stream().map(WebElement::getText).sorted()
                        .toList());
        assertEquals(Found.document().total(), shown());
        assertEquals(0, number("performance.getEntriesByType('resource').filter(r => !r.name.startsWith('data:')).length"));
    }

    @Test
    void each_experiment_has_its_two_traces_side_by_side() {
        for (Finding finding : Found.document().findings()) {
            List<WebElement> sides = browser.findElements(By.cssSelector("#" + finding.name() + " .sides > div"));
            assertEquals(List.of("system calls", "JDK channels"),
                    sides.stream().map(side -> side.findElement(By.tagName("h4")).getText()).toList());
            assertEquals(sides.get(0).getRect().y, sides.get(1).getRect().y, finding.name());
            assertTrue(sides.get(0).getRect().x + sides.get(0).getRect().width <= sides.get(1).getRect().x, finding.name());
            for (int i = 0; i < sides.size(); i++) {
                assertEquals(finding.both().get(i).traces().stream().map(on -> on.value().isEmpty() ? "(none)"
                        : String.join("\n", on.value())).toList(),
                        sides.get(i).findElements(By.className("calls")).stream().map(calls -> calls.getText().strip())
                                .toList(),
                        finding.name());
            }
        }
    }

    @Test
    void its_table_sorts() {
        for (String head : List.of("topic", "verdict", "system calls")) {
            List<String> before = column(head);
            WebElement button = browser.findElement(By.xpath("//table[@id='experiments']//th/button[.='" + head + "']"));
            button.click();
            List<String> ascending = column(head);
            assertEquals(before.stream().sorted().toList(), ascending.stream().sorted().toList());
            assertTrue(number("arguments[0].every((text, i, all) => !i || all[i - 1].localeCompare(text) <= 0) ? 1 : 0",
                    ascending) == 1, head);
            assertEquals("ascending", button.findElement(By.xpath("..")).getAttribute("aria-sort"));
            button.click();
            assertTrue(number("arguments[0].every((text, i, all) => !i || all[i - 1].localeCompare(text) >= 0) ? 1 : 0",
                    column(head)) == 1, head);
            assertNotEquals(ascending, column(head));
        }
    }

    @Test
    void its_table_filters() {
        WebElement find = browser.findElement(By.id("find"));
        find.sendKeys("end of stream");
        assertTrue(shown() < rows().size());
        assertTrue(browser.findElement(By.id("EndOfStream")).isDisplayed());
        assertEquals(shown() + " of " + rows().size(), browser.findElement(By.id("shown")).getText());
        assertEquals(shown(), shown("section"));
        find.clear();
        find.sendKeys("no such words");
        assertEquals(0, shown());
        find.clear();
        find.sendKeys(" ");
        assertEquals(rows().size(), shown());
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            browser.findElement(By.cssSelector("#verdict option[value=" + kind + "]")).click();
            assertEquals(Found.document().findings().stream()
                    .filter(finding -> finding.kinds().stream().anyMatch(on -> on.value() == kind)).count(), shown());
        }
    }

    @Test
    void what_depends_on_the_JVM_has_a_table_of_its_own() {
        assertEquals(Found.document().dependingOnJava().stream().map(Finding::title).toList(),
                browser.findElements(By.cssSelector("#differences tbody a")).stream().map(WebElement::getText).toList());
        browser.findElement(By.id("find")).sendKeys("no such words");
        assertEquals(0, shown("#differences tbody tr"));
    }

    @Test
    void a_link_leads_to_what_a_filter_has_hidden() {
        browser.findElement(By.id("find")).sendKeys("no such words");
        browser.executeScript("location.hash = '#EndOfStream'");
        browser.executeAsyncScript("requestAnimationFrame(arguments[0])");
        assertTrue(browser.findElement(By.id("EndOfStream")).isDisplayed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void a_phone_shows_it_without_scrolling_aside(String scheme) {
        look(390, 844, scheme);
        assertEquals(390, number("document.documentElement.scrollWidth"));
        assertEquals(0, number("[...document.querySelectorAll('td, th, p, pre, code, summary, h1, h3, h4, input, select')]"
                + ".filter(e => e.checkVisibility() && (e.getBoundingClientRect().right > 390"
                + " || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'"
                + " || parseFloat(getComputedStyle(e).fontSize) < " + READABLE_PX + ")).length"));
        List<WebElement> sides = browser.findElements(By.cssSelector("#EndOfStream .sides > div"));
        assertEquals(sides.get(0).getRect().x, sides.get(1).getRect().x);
        assertEquals(Found.document().total(), shown());
        WebElement head = browser.findElement(By.xpath("//table[@id='experiments']//th[button='verdict']"));
        head.findElement(By.tagName("button")).click();
        assertEquals("ascending", head.getAttribute("aria-sort"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void its_text_stands_out_from_the_ground(String scheme) {
        look(1280, 900, scheme);
        double ground = number(LUMINANCE + "luminance(getComputedStyle(document.body).backgroundColor)");
        assertTrue(scheme.equals("dark") ? ground < 0.1 : ground > 0.9, scheme + ": " + ground);
        for (String what : List.of("body", "a", ".quiet", "th", "pre.calls", ".SAME", ".DIFFERS", ".JDK_CANNOT", "input")) {
            double contrast = number(LUMINANCE + "contrast(document.querySelector('" + what + "'))");
            assertTrue(contrast >= READABLE_CONTRAST, what + " in " + scheme + ": " + contrast);
        }
    }

    /** WCAG's, in the page's language; an element is on the ground of the nearest that has one. */
    private static final String LUMINANCE = """
            (() => { globalThis.luminance = color => color.match(/[\\d.]+/g).slice(0, 3).map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              globalThis.ground = e => !e || getComputedStyle(e).backgroundColor !== 'rgba(0, 0, 0, 0)'
                ? getComputedStyle(e ?? document.body).backgroundColor : ground(e.parentElement);
              globalThis.contrast = e => { const [a, b] = [getComputedStyle(e).color, ground(e)].map(luminance);
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); }; })(),
            """;
}
