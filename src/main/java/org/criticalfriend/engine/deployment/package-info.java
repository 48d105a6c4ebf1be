/** Deploys the packaged models and forms, without ever overwriting what a process owner has deployed. */
package org.criticalfriend.engine.deployment;
