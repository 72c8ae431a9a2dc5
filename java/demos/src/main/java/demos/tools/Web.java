package demos.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The web server, and its clients. */
final class Web {

    /** More than all buffers between the server and a client that does not read. */
    private static final int BIG = 16 << 20;

    private static final String PAGE = """
            <!DOCTYPE html>
            <title>hello</title>
            <link rel="stylesheet" href="/style.css">
            <p>hello <img src="/images/dot.svg" alt="dot"> <img src="/images/lost.svg" alt="no dot"></p>
            """;

    /** Fetches a page as a browser does, and then what the page links to. */
    private static final String BROWSER = """
            import html.parser, http.client, sys

            HEADERS = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64)", "Accept": "text/html,*/*;q=0.8",
                       "Accept-Encoding": "gzip, deflate, br", "Accept-Language": "en", "Connection": "keep-alive"}

            def get(path):
                connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=20)
                connection.request("GET", path, headers=HEADERS)
                response = connection.getresponse()
                body = response.read()
                print(path, response.status, response.getheader("Content-Type"), len(body))
                return body

            class Page(html.parser.HTMLParser):
                def handle_starttag(self, tag, attributes):
                    for name, value in attributes:
                        if name in ("href", "src"):
                            get(value)

            Page().feed(get("/?from=test").decode())
            """;

    private Web() {}

    static void tcp70(Report report, Path directory, Language language) throws IOException, InterruptedException {
        if (!report.has("curl") || !report.has("python3")) {
            return;
        }
        report.heading("curl, a browser in Python, and clients that hang up");
        byte[] big = new byte[BIG];
        new Random(70).nextBytes(big);
        Path files = Files.createDirectories(directory.resolve("files/images")).getParent();
        Files.writeString(files.resolve("index.html"), PAGE);
        Files.writeString(files.resolve("style.css"), "p { color: teal }\n");
        Files.writeString(files.resolve("images/dot.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
        Files.write(files.resolve("big"), big);
        Files.createFile(files.resolve("empty"));
        Files.writeString(directory.resolve("secret"), "not to be had\n");
        try (Program server = language.start(directory, "tcp70_sendfile", "0", "files")) {
            String port = server.await(Pair.TCP.ready());
            String address = "http://127.0.0.1:" + port;
            String page = Servers.curl(directory, "--include", address + "/");
            try (Socket gone = Servers.connect(port)) {
                gone.getOutputStream().write("GET /big HTTP/1.1\r\n\r\n".getBytes(UTF_8));
                gone.getInputStream().readNBytes(1000);
            }
            try (Socket idle = Servers.connect(port)) {
                idle.shutdownOutput();
                idle.getInputStream().readAllBytes();
            }
            String download = Servers.curl(directory, "--output", "copy", address + "/big");
            String secret = Servers.curl(directory, "--path-as-is", "--write-out", "%{http_code}", address + "/../secret");
            String folder = Servers.curl(directory, "--write-out", "%{http_code}", address + "/images");
            String empty = Servers.curl(directory, "--write-out", "%{http_code}", address + "/empty");
            String post = Servers.curl(directory, "--write-out", "%{http_code}", "--data", "", address + "/");
            try (Program browser = new Program(directory, List.of("python3", "-c", BROWSER, port))) {
                report.same("the browser exits with status 0", 0, browser.exitStatus());
                report.show("browser", browser.output());
                report.says("the browser has the page and what it links to", """
                        /?from=test 200 text/html; charset=utf-8 %d
                        /style.css 200 text/css 18
                        /images/dot.svg 200 image/svg+xml 42
                        /images/lost.svg 404 image/svg+xml 0
                        """.formatted(PAGE.length()), browser.output());
            }
            server.interrupt();
            int status = server.exitStatus();
            report.show("curl", page + download + secret + "\n" + folder + "\n" + empty + "\n" + post);
            report.show("server", server.output());
            report.says("curl prints the page", """
                    HTTP/1.1 200 OK
                    Content-Type: text/html; charset=utf-8
                    Content-Length: %d
                    Connection: close

                    """.formatted(PAGE.length()) + PAGE, page);
            report.same("a large file arrives whole", -1L,
                    Files.mismatch(files.resolve("big"), directory.resolve("copy")));
            report.same("what is outside, no file, empty and no GET", "404, 404, 200, 400",
                    String.join(", ", secret, folder, empty, post));
            report.says("the server prints what it should", """
                    listening on 127.0.0.1:{S}
                    127.0.0.1:{A} "/" 200 OK, sent
                    127.0.0.1:{B} "/big" 200 OK, hung up
                    127.0.0.1:{C} asked for nothing
                    127.0.0.1:{D} "/big" 200 OK, sent
                    127.0.0.1:{E} "/../secret" 404 Not Found, sent
                    127.0.0.1:{F} "/images" 404 Not Found, sent
                    127.0.0.1:{G} "/empty" 200 OK, sent
                    127.0.0.1:{H} "" 400 Bad Request, sent
                    127.0.0.1:{I} "/" 200 OK, sent
                    127.0.0.1:{J} "/style.css" 200 OK, sent
                    127.0.0.1:{K} "/images/dot.svg" 200 OK, sent
                    127.0.0.1:{L} "/images/lost.svg" 404 Not Found, sent
                    """, server.output());
            report.same("Ctrl-C ends it", Servers.SIGINT_STATUS, status);
        }
    }
}
