#include "query/eval/bootstrap.h"

#include <stdlib.h>

/* The i-th of n ordered means estimates the quantile i / (n + 1), counted from one. */
enum {
    LOW = (BOOTSTRAP_SAMPLES + 1) / 40 - 1,
    HIGH = BOOTSTRAP_SAMPLES - 1 - LOW,
};

static double mean_of(const double *values, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return count == 0 ? 0 : sum / (double)count;
}

/* POSIX fixes the numbers of nrand48(), so that they are the same on every machine. */
static double mean_of_sample(
        const double *values, size_t count, unsigned short random[3])
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += values[((uint64_t)nrand48(random) * count) >> 31];
    return sum / (double)count;
}

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;

    return (a > b) - (a < b);
}

palpate_interval bootstrap_mean(const double *values, size_t count)
{
    unsigned short random[3] = { 1, 2, 3 };
    double means[BOOTSTRAP_SAMPLES];
    palpate_interval interval = { .mean = mean_of(values, count) };

    if (count == 0)
        return interval;
    for (int i = 0; i < BOOTSTRAP_SAMPLES; i++)
        means[i] = mean_of_sample(values, count, random);
    qsort(means, BOOTSTRAP_SAMPLES, sizeof *means, by_value);
    interval.low = means[LOW];
    interval.high = means[HIGH];
    return interval;
}
