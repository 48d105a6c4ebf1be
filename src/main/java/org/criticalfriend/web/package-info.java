/** The layout that all pages share and what every page needs. Each feature keeps its own controllers. */
package org.criticalfriend.web;
