/**
 * Critical Friend: school-to-school peer review. Packages are rooms, one for each thing the partnership does; README's
 * section <i>Layout</i> lists them in the order in which one may use another.
 */
package org.criticalfriend;
