/* Two files and an index -> a printed evaluation. */
#ifndef PALPATE_QUERY_EVALUATE_H
#define PALPATE_QUERY_EVALUATE_H

#include "options.h"
#include "output.h"

/* Measures what the options say, compares it where they ask for that, and prints. */
enum exit_status evaluate(
        palpate_searcher *searcher, const struct query_options *options);

#endif
