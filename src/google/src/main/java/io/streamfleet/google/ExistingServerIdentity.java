package io.streamfleet.google;

/** A service account that is there already. */
record ExistingServerIdentity(String email) implements IServerIdentity {
    @Override
    public String member() {
        return "serviceAccount:" + email;
    }
}
