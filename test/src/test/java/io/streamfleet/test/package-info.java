/**
 * The suites that cross modules. Each holds one promise of the whole: what a shipped description becomes, what it opens,
 * that it is the same everywhere, that the README is true. What one module promises by itself is tested there.
 */
package io.streamfleet.test;
