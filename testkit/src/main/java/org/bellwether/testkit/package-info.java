/** What the services' tests share: the embedded broker and store as a test resource, one fixture builder per record. */
@NullMarked
package org.bellwether.testkit;

import org.jspecify.annotations.NullMarked;
