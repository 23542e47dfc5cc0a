/* What was asked -> a report for who runs the site. */
#ifndef PALPATE_QUERY_QUESTION_REPORT_H
#define PALPATE_QUERY_QUESTION_REPORT_H

#include <palpate/palpate.h>
#include <stdbool.h>
#include <stdint.h>

/* Prints the report of a file (- for standard input), `most` lines of each kind, or 20
   for 0, as text or JSON.  False where the file cannot be read, which it has said. */
bool question_report(const char *path, palpate_format format, uint32_t most);

#endif
