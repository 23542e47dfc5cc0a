/* An evaluation as a table, a line a query: written, kept, and read again. */
#ifndef EVAL_SAVED_H
#define EVAL_SAVED_H

#include <palpate/evaluate.h>

#include "core/buffer.h"

/* palpate_evaluation_read() reads it again. */
void saved_write(struct buffer *out, const palpate_evaluation *evaluation);

#endif
