package io.streamfleet.google;

/** The service account that servers are, created or existing: firewall rules and permissions name servers by it. */
public interface IServerIdentity {
    /** Returns the account's e-mail address. */
    String email();

    /** Returns the account as a member of a policy, {@code serviceAccount:EMAIL}. */
    String member();
}
