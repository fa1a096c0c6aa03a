package org.bellwether.classify.pipeline;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when broker and store answer and know the issues; tells what is missing and why, and how many records were set aside. */
@Readiness
class LineReadiness implements HealthCheck {

    private final LineSetup line;
    private final DeadLetterPublisher deadLetters;

    LineReadiness(LineSetup line, DeadLetterPublisher deadLetters) {
        this.line = line;
        this.deadLetters = deadLetters;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("classifier line")
                .status(line.brokerTrouble().isEmpty()
                        && line.storeTrouble().isEmpty()
                        && line.announcementTrouble().isEmpty())
                .withData("deadLetters", deadLetters.count());
        if (!line.brokerTrouble().isEmpty()) {
            health.withData("broker", line.brokerTrouble());
        }
        if (!line.storeTrouble().isEmpty()) {
            health.withData("store", line.storeTrouble());
        }
        if (!line.announcementTrouble().isEmpty()) {
            health.withData("issues", line.announcementTrouble());
        }
        deadLetters.lastReason().ifPresent(reason -> health.withData("last dead letter of news.items", reason));
        return health.build();
    }
}
