/**
 * Who comes in and what is noted of it: one sign-in for pages, web applications and REST, lock-out, password rules, security
 * headers, the audit table. What a person may see of a review is the review's business.
 */
package org.criticalfriend.access;
