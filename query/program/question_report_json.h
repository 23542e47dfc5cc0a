/* What was asked -> a report for programs. */
#ifndef PALPATE_QUERY_QUESTION_REPORT_JSON_H
#define PALPATE_QUERY_QUESTION_REPORT_JSON_H

#include "question_log.h"

/* Prints the report as a line of JSON, `most` rows of each kind. */
void question_report_json(const struct question_log *log, uint32_t most);

#endif
