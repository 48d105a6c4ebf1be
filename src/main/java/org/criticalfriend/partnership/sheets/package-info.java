/**
 * The register of a partnership as sheets of rows and cells: downloaded and uploaded as a spreadsheet, or changed row by row on a page.
 * Whatever is changed goes the one way of comparison, check and preview, and is written by the services of the register and the
 * calendars, all or nothing. Nothing here writes to their tables.
 */
package org.criticalfriend.partnership.sheets;
