package org.bellwether.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bellwether.standalone.stack.Installation;
import org.bellwether.standalone.stack.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explainsEachCommandAndOption() {
        assertThat(run("help", "up")).isZero();
        assertThat(out.toString())
                .contains("--data-dir", "--feeds", "--taxonomy", "--indicators", "--port-base", "--bind")
                .contains("--fetch-allow", "--subscribe");
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "up", "help");
    }

    @Test
    void refusesAnUnknownOptionInOneLine() {
        assertThat(run("up", "--prot-base=1")).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .containsExactly("bellwether: Unknown option: '--prot-base=1'; see ./bellwether help up");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --subscribe   | fax:5                 | --subscribe fax:5: must begin with email:, slack: or webhook:
                    --subscribe   | desk@example.org      | --subscribe desk@example.org: must begin with email:
                    --subscribe   | email:desk            | --subscribe email:desk: not a mail address
                    --subscribe   | slack:ftp://x/y       | --subscribe slack:ftp://x/y: not an http or https URL
                    --subscribe   | webhook:http://a b    | --subscribe webhook:http://a b: not a URL
                    --fetch-allow | 10.0.0.0              | --fetch-allow 10.0.0.0: not a block of addresses
                    --fetch-allow | 10.0.0.0/33           | --fetch-allow 10.0.0.0/33: not a block of addresses
                    --fetch-allow | 300.0.0.0/8           | --fetch-allow 300.0.0.0/8: not a block of addresses
                    --port-base   | 65530                 | --port-base 65530: must be between 1 and 65527
                    --data-dir    | ''                    | --data-dir: is empty; name a directory
                    --feeds       | no/such.yaml          | --feeds no/such.yaml: no such file
                    --feeds       | src                   | --feeds src: is a directory; name the file in it
                    --taxonomy    | src                   | --taxonomy src: is a directory; name the file in it
                    --indicators  | src                   | --indicators src: is a directory; name the file in it
                    --feeds       | /dev/null             | --feeds /dev/null: is not a regular file
                    """)
    void refusesABadValueInOneLine(String option, String value, String reason) {
        assertThat(run("up", option, value)).isEqualTo(1);
        assertThat(err.toString().lines().toList()).singleElement().asString().startsWith("bellwether: " + reason);
    }

    @Test
    void demoSubscribesTheDeskWhateverElseIsAskedFor() {
        Plan plan = demo("--port-base", "18100");

        assertThat(plan.settings().subscriptions())
                .extracting(Subscription::toString)
                .containsExactly("email:desk@bellwether.example", "slack:http://127.0.0.1:18103/hooks/desk");
        assertThat(plan.settings().pollInterval()).hasValue(Duration.ofSeconds(2));
        assertThat(plan.dataDirectory()).isEmpty();
        assertThat(plan.demoFeeds()).isTrue();
        assertThat(demo("--subscribe", "email:a@b.example", "--subscribe", "email:desk@bellwether.example")
                        .settings()
                        .subscriptions())
                .extracting(Subscription::toString)
                .containsExactly(
                        "email:desk@bellwether.example", "slack:http://127.0.0.1:8083/hooks/desk", "email:a@b.example");
    }

    @Test
    void upKeepsItsStateAndPollsAsTheCatalogueSays() {
        UpCommand command = new UpCommand();
        new CommandLine(command)
                .parseArgs("--fetch-allow", "127.0.0.1/32", "--fetch-allow", "fd00::/8", "--bind", "0.0.0.0");
        Plan plan = command.plan(new Installation(Path.of("/nowhere")));

        assertThat(plan.dataDirectory()).hasValue(Path.of("data"));
        assertThat(plan.settings().pollInterval()).isEmpty();
        assertThat(plan.settings().fetchAllow())
                .hasToString(List.of("127.0.0.1/32", "fd00::/8").toString());
        assertThat(plan.ports().alert().bound()).isEqualTo("0.0.0.0:8080");
    }

    private static Plan demo(String... args) {
        DemoCommand command = new DemoCommand();
        new CommandLine(command).parseArgs(args);
        return command.plan(new Installation(Path.of("/nowhere")));
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
