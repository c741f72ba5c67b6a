/**
 * What a server does when it starts: boot files as text in which values that only the cloud knows stay open, the one
 * document that carries them to a server, and the Stream Manager's files. Depends on the JDK, Jackson's escaping, XZ
 * and the description's enums; knows no cloud SDK. Static text lies in this package's resource folder.
 */
package io.streamfleet.core.boot;
