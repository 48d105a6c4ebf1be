/**
 * The sample partnership Priory: read from {@code sample/priory}, moved to the current school year, and lived through by its own
 * people up to today. Nothing may depend on it.
 */
package org.criticalfriend.sample;
