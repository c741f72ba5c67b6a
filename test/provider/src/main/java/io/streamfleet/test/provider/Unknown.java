package io.streamfleet.test.provider;

/** A value that is known only after the change is made. */
enum Unknown {
    VALUE
}
