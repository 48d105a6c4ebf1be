/**
 * The register: partnerships, schools, people, what they are and where, what they are trained for. It knows nothing of
 * reviews.
 */
package org.criticalfriend.partnership;
