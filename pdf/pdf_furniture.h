/* The lines of a PDF -> which of them are no text of it: running heads, page numbers.
 */
#ifndef PDF_FURNITURE_H
#define PDF_FURNITURE_H

#include "pdf/pdf_lines.h"

/* Whether a line is of a table of contents, or stands at the top or the foot of its
   page and numbers it, or says the same there as a line of another page, but for
   digits.  One that is much larger than the text (of size `body`) is a title, the first
   time. */
bool pdf_is_furniture(const struct pdf_lines *lines, size_t place, double body);

#endif
