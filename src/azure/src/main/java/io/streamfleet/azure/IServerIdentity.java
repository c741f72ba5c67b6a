package io.streamfleet.azure;

/** The user-assigned identity that servers are, created or existing. */
public interface IServerIdentity {
    /** Returns the identity's id. */
    String id();

    /** Returns its client id, by which a server with several identities asks for this one's token. */
    String clientId();
}
