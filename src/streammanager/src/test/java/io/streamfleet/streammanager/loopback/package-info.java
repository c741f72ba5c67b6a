/**
 * A Stream Manager on loopback: keeps the state that the vendor's pages give one, over real HTTP and HTTPS, and fails in
 * whatever way it is told to. For tests, and to try commands on by hand.
 */
package io.streamfleet.streammanager.loopback;
