package io.streamfleet.core.rules;

import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Entry;
import io.streamfleet.core.spec.NodePath;
import io.streamfleet.core.spec.Nodes;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Tier;
import java.util.Optional;

/** A description of Red5 on a certain cloud: what is there on every cloud, beside that cloud's part. */
sealed interface Red5OnOneCloud permits Red5OnAws, Red5OnGoogle, Red5OnAzure {
    /** Returns what is there on every cloud. */
    Red5View view();

    /** Returns the whole description. */
    default ClusterSpec spec() {
        return view().spec();
    }

    /** Returns the product's part. */
    default Red5 red5() {
        return view().red5();
    }

    /** Returns the tier of Stream Managers. */
    default Tier tier() {
        return view().tier();
    }

    /** Returns the nodes. */
    default Nodes nodes() {
        return red5().nodes();
    }

    /** Returns the entry. */
    default Entry entry() {
        return red5().entry();
    }

    /** Returns how the nodes reach the Stream Managers. */
    default NodePath nodePath() {
        return view().nodePath();
    }

    /** Returns the database that the deployment creates, where it creates one. */
    default Optional<Database.Create> newDatabase() {
        return view().newDatabase();
    }

    /** Returns the database that exists, where one is given. */
    default Optional<Database.Existing> existingDatabase() {
        return view().existingDatabase();
    }
}
