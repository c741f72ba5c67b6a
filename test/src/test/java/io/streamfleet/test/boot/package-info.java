/**
 * Runs what a Stream Manager's user data puts on a server, on this machine, against real parts on loopback: metadata
 * service and secret store (in Java, the signature checked by a verifier of our own), MariaDB, and where the machine
 * allows it a private systemd with cloud-init. Knows the product by its public API alone: descriptions in, user data
 * out. Depends on {@code core} and the shipped descriptions.
 */
package io.streamfleet.test.boot;
