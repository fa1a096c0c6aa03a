package org.bellwether.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the script: {@code feeds.yaml}, and the storylines it names. */
final class ScriptReader {
    private static final String FEEDS = "feeds.yaml";

    private final ObjectMapper mapper = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Function<String, Optional<InputStream>> files;

    /**
     * A reader of some directory.
     *
     * @param files opens a file by its name
     */
    ScriptReader(Function<String, Optional<InputStream>> files) {
        this.files = files;
    }

    /** A reader of the script that comes with the demo. */
    static ScriptReader shipped() {
        return new ScriptReader(name -> Optional.ofNullable(ScriptReader.class.getResourceAsStream("/demo/" + name)));
    }

    /** The script as it stands in {@code feeds.yaml}. */
    record Contents(List<DemoFeed> feeds, List<String> storylines) {
        Contents {
            Written.required("feeds", feeds);
            Written.required("storylines", storylines);
        }
    }

    /**
     * Reads and checks all of it.
     *
     * @throws BadScriptException naming file and place of the first thing that is wrong
     */
    Script read() {
        Contents contents = read(FEEDS, Contents.class);
        Map<String, DemoFeed> feeds = new HashMap<>();
        for (DemoFeed feed : contents.feeds()) {
            if (feeds.putIfAbsent(feed.id(), feed) != null) {
                throw new BadScriptException(FEEDS, "feeds", "two feeds have the id '" + feed.id() + "'");
            }
        }
        ItemReader items = new ItemReader(feeds);
        List<DemoItem> told = new ArrayList<>();
        for (String storyline : contents.storylines()) {
            String file = storyline + ".yaml";
            told.addAll(items.read(file, read(file, Storyline.class)));
        }
        return new Script(contents.feeds(), told);
    }

    private <T> T read(String file, Class<T> type) {
        InputStream stream =
                files.apply(file).orElseThrow(() -> new BadScriptException(file, "line 0", "there is no such file"));
        String text = text(file, stream);
        try {
            return mapper.readValue(text, type);
        } catch (JsonMappingException e) {
            throw bad(file, e, text);
        } catch (JsonProcessingException e) {
            throw new BadScriptException(file, "line " + e.getLocation().getLineNr(), firstLine(e));
        }
    }

    private static String text(String file, InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static BadScriptException bad(String file, JsonMappingException e, String text) {
        if (e.getCause() instanceof JsonProcessingException noYaml) {
            return new BadScriptException(file, "line " + noYaml.getLocation().getLineNr(), firstLine(noYaml));
        }
        String reason = e.getCause() instanceof IllegalArgumentException cause
                ? String.valueOf(cause.getMessage())
                : e instanceof UnrecognizedPropertyException ? "nobody knows this member" : firstLine(e);
        return new BadScriptException(file, "line " + YamlLines.line(text, e.getPath()) + path(e), reason);
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not YAML");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "" : ", " + path;
    }
}
