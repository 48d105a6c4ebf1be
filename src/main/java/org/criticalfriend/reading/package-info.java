/**
 * What is read often and changes seldom: read once in a transaction, and what all reviews share once until somebody changes it, on
 * whichever node.
 */
package org.criticalfriend.reading;
