package org.bellwether.standalone.demo;

import java.util.List;

/**
 * Everything the demo will tell, checked as a whole.
 *
 * @param feeds in the order of the index page
 * @param items in no order
 */
record Script(List<DemoFeed> feeds, List<DemoItem> items) {
    Script {
        feeds = List.copyOf(feeds);
        items = List.copyOf(items);
    }
}
