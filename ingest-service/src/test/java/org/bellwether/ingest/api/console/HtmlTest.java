package org.bellwether.ingest.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateInstance;
import java.time.Duration;
import org.bellwether.web.Problems;
import org.bellwether.web.Visit;
import org.bellwether.web.text.Language;
import org.junit.jupiter.api.Test;

/** Pages as answers. */
class HtmlTest {

    private static final Words ENGLISH = Words.in(Language.EN);

    private static final TemplateInstance PAGE = new TemplateInstance() {
        @Override
        public String render() {
            return "<p>a page</p>";
        }
    };

    @Test
    void aPageOfWhatCannotBeDoneNowSaysWhenItCanBe() {
        HttpProblem problem = Problems.tooMany(Duration.ofSeconds(7));

        assertThat(again(Trouble.of(problem, ENGLISH))).isEqualTo("7");
        assertThat(again(Trouble.crowded(ENGLISH))).isEqualTo("5");
    }

    @Test
    void aPageOfWhatCannotBeDoneEverDoesNot() {
        HttpProblem problem = Problems.unknown("feed", "nowhere");

        assertThat(again(Trouble.of(problem, ENGLISH))).isNull();
    }

    private static String again(Trouble trouble) {
        return Html.page(new Visit(), PAGE, trouble).getHeaderString("Retry-After");
    }
}
