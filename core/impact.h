/* How often and where a term stands in a passage -> its impact on the score. */
#ifndef CORE_IMPACT_H
#define CORE_IMPACT_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The fields of a passage, told apart by weight. */
enum passage_field {
    FIELD_TEXT,    /* the passage's own words */
    FIELD_HEADING, /* of all headings on its path */
    FIELD_TITLE,   /* of the article */
    FIELD_COUNT
};

enum { MAX_IMPACT = 127 }; /* so that a wdf is one byte in the index */

/* A term's occurrences in each field, and the length of each field in indexed words. */
struct field_counts {
    uint32_t count[FIELD_COUNT];
};

/* The saturated, length-normalised, field-weighted term frequency, between 0 and 1:

       f = sum over fields of  weight × count / (1 − b + b × length / average length)
       impact = f / (k1 + f)

   where a text counts as no shorter than a bound, and for more where the length of the
   title is 0: there is none, or none that tells what the article is about.

   BM25F: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
   fields", CIKM 2004, without the idf, which is known only when a query is asked.
   `is_doubtful` passages count for less. */
double impact_exact(const struct field_counts *term, const struct field_counts *lengths,
        bool is_doubtful);

/* The two steps of it: what a field adds to f, and the impact of an f. */
double impact_of_field(enum passage_field field, uint32_t count, uint32_t length);
double impact_of_frequency(double frequency);

/* The same in whole steps of 1/127, from 1: what is stored as the wdf. */
uint32_t impact_quantised(const struct field_counts *term,
        const struct field_counts *lengths, bool is_doubtful);

/* The impact of a term in a whole article, in the same steps, by BM25F with constants
   of its own: counts and lengths are of the whole text, of all headings and of the
   title. */
uint32_t impact_of_article(
        const struct field_counts *term, const struct field_counts *lengths);

/* Changes with the formula or a constant; stamped into every index. */
enum { IMPACT_VERSION = 3 };

/* Robertson and Spärck Jones' inverse document frequency with one added inside the
   logarithm, as in Lucene, so that it is never negative: `frequency` of `count`
   passages. */
double impact_idf(double frequency, double count);

#ifdef __cplusplus
}
#endif
#endif
