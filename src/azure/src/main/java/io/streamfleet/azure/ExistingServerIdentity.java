package io.streamfleet.azure;

/** An identity that is there already. */
record ExistingServerIdentity(String id, String clientId) implements IServerIdentity {}
