/**
 * A client of the Stream Manager's REST API, versions 3.1 and 4.0: what launches, watches and drains streaming nodes.
 *
 * <p>Depends on the JDK and on Jackson alone, and on no other module. The token of the API travels in addresses; it is in no
 * message, and no text of a Stream Manager that repeats it is passed on as it came.
 */
package io.streamfleet.streammanager;
