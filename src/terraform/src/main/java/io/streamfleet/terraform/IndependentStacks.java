package io.streamfleet.terraform;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;

/** An app of stacks none of which refers to another, so that none is searched for what it takes from others. */
final class IndependentStacks extends App {
    IndependentStacks(AppConfig config) {
        super(config);
    }
}
