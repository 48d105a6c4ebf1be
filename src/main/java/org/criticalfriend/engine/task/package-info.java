/** Who sees and does which task: rights per task for named persons, the shipped filters of Tasklist, rights of the groups. */
package org.criticalfriend.engine.task;
