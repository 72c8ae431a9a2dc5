package demos.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server and a client that are run against each other.
 *
 * @param server the server's name
 * @param serverArguments what the server gets behind port 0
 * @param ready the line by which the server says its port
 * @param client the client's name
 * @param clientArguments what the client gets behind the server's port
 * @param serverSays what the server prints, a template of {@link Report}
 * @param clientSays what the client prints, a template
 */
record Exchange(String server, List<String> serverArguments, String ready, String client, List<String> clientArguments,
        String serverSays, String clientSays) {

    /** Both ends in one language, and C at either end. */
    void crosswise(Report report, Path directory, List<Language> languages) throws IOException, InterruptedException {
        Language.crosswise(languages, (server, client) -> run(report, directory, server, client));
    }

    /** One end in one language, the other in another. */
    void run(Report report, Path directory, Language serverLanguage, Language clientLanguage)
            throws IOException, InterruptedException {
        report.heading("server in " + serverLanguage + ", client in " + clientLanguage);
        try (Program server = start(directory, serverLanguage);
                Program client = clientLanguage.start(directory, this.client,
                        arguments(server.await(ready), clientArguments))) {
            String statuses = client.exitStatus() + " and " + server.exitStatus();
            report.show("server", server.output());
            report.show("client", client.output());
            report.says("both print what they should", serverSays + clientSays, server.output() + client.output());
            report.same("both exit with status 0", "0 and 0", statuses);
        }
    }

    /** The server alone. */
    Program start(Path directory, Language language) throws IOException {
        return language.start(directory, server, arguments("0", serverArguments));
    }

    /** The server in a language, and another program in the client's place. */
    void run(Report report, Path directory, Language language, String who, String serverSays, String clientSays,
            Client client) throws IOException, InterruptedException {
        report.heading("server in " + language + ", client " + who);
        try (Program server = start(directory, language);
                Program other = new Program(directory, client.command(server.await(ready)))) {
            other.type(client.words());
            other.typeEnd();
            String statuses = other.exitStatus() + " and " + server.exitStatus();
            report.show("server", server.output());
            report.show(who, other.output());
            report.says("both print what they should", serverSays + clientSays, server.output() + other.output());
            report.same("both exit with status 0", "0 and 0", statuses);
        }
    }

    /** Another program as a client: what is typed into it, and its command line, in which PORT is the server's port. */
    record Client(String words, String... line) {

        List<String> command(String port) {
            return Stream.of(line).map(word -> word.replace("PORT", port)).toList();
        }
    }

    private static String[] arguments(String port, List<String> more) {
        return Stream.concat(Stream.of(port), more.stream()).toArray(String[]::new);
    }
}
