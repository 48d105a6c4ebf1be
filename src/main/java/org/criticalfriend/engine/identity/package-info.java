/** The engine's view of people and groups, read from whoever knows them ({@link org.criticalfriend.engine.identity.WhoIsWho}). */
package org.criticalfriend.engine.identity;
