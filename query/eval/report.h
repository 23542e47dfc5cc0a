/* The renderers of an evaluation. */
#ifndef EVAL_REPORT_H
#define EVAL_REPORT_H

#include "core/buffer.h"
#include "query/eval/compare.h"

/* What is reported; `against` and `comparison` are NULL together. */
struct report {
    const palpate_evaluation *evaluation;
    const palpate_evaluation *against;
    const struct comparison *comparison;
};

void report_text(struct buffer *out, const struct report *report);
void report_json(struct buffer *out, const struct report *report);

#endif
