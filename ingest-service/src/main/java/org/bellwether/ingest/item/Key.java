package org.bellwether.ingest.item;

import java.util.List;
import org.bellwether.ingest.item.Identity.Basis;

/**
 * Something of an entry that may tell which item it is: its guid or its link.
 *
 * @param identity what it stands for
 * @param names all that it may be remembered as, its own first
 * @param feedId of the feed it stands in
 * @param shared the document gives it to several articles
 * @param frontPage it is the address of a whole site
 */
record Key(Identity identity, List<String> names, String feedId, boolean shared, boolean frontPage) {

    Key {
        names = List.copyOf(names);
    }

    static Key of(Basis basis, List<String> names, String feedId, boolean frontPage) {
        return new Key(Identity.of(basis, names.get(0)), names, feedId, false, frontPage);
    }

    Key shared(boolean isShared) {
        return new Key(identity, names, feedId, isShared, frontPage);
    }

    String id() {
        return identity.id();
    }

    /** The ids of all that it may be remembered as, its own first. */
    List<String> ids() {
        return names.stream()
                .map(name -> Identity.of(identity.basis(), name).id())
                .toList();
    }

    /** Under which it is noted that, in its feed, it tells nothing. */
    String sharedMark() {
        return Identity.sharedIn(feedId, id());
    }

    boolean isAddress() {
        return identity.basis() == Basis.URL;
    }
}
