/* One number a query -> their mean and how far it can be trusted. */
#ifndef EVAL_BOOTSTRAP_H
#define EVAL_BOOTSTRAP_H

#include <palpate/evaluate.h>

/* The percentile interval of Efron and Tibshirani, An Introduction to the Bootstrap
   (1993), chapter 13: of the means of BOOTSTRAP_SAMPLES samples, drawn from the queries
   with replacement, the middle 95 %.  Of differences between two configurations it is
   the paired bootstrap that Sakai recommends for retrieval (SIGIR 2006).  The same
   numbers always give the same interval. */
enum { BOOTSTRAP_SAMPLES = 4999 };

palpate_interval bootstrap_mean(const double *values, size_t count);

#endif
