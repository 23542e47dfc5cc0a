/* The lines of a PDF -> a page, which must have no element but those that are made. */
#ifndef TESTS_FUZZ_PDF_PAGE_H
#define TESTS_FUZZ_PDF_PAGE_H

#include "pdf/pdf_lines.h"

void fuzz_require_pdf_page(const struct pdf_lines *lines, struct arena *arena);

#endif
