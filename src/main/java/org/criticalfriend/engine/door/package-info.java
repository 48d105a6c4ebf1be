/** Doors of the engine that stand open by default and are shut here. Each has a test that attacks it. */
package org.criticalfriend.engine.door;
