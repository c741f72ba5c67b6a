/** What a live-streaming cluster is, without any cloud SDK: violations and the clouds' names. */
package io.streamfleet.core;
