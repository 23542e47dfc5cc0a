#include "core/impact.h"

#include <math.h>

/* What a field adds to f: its weight, its b and its average length in indexed words. */
struct field_scale {
    double weight;
    double b;
    double average;
};

/* Weights, k1 and the b of the text are where nDCG@10 on NFCorpus' training queries was
   flat (weight 3, k1 2.5, b .8).  The b of the short fields is low, because a long
   heading is not a worse one.  Average lengths are those of passages cut to about a
   hundred words, with the stop words left out; they are constants so that an impact
   never depends on the rest of the index. */
static const struct field_scale FIELDS[FIELD_COUNT] = {
    [FIELD_TEXT] = { 1.0, 0.8, 55.0 },
    [FIELD_HEADING] = { 2.0, 0.3, 4.0 },
    [FIELD_TITLE] = { 3.0, 0.3, 6.0 },
};

static const double K1 = 2.5;

/* A text shorter than this, in indexed words, is not better for it: "More ideas are in
   our guide to the knee." tells nothing of the knee.  Worth .003 of nDCG@10 on the
   corpus; NFCorpus and LiveQA stay within .001. */
static const double SHORT_TEXT = 25;

/* What may not be of the article at all must not outrank what is. */
static const double DOUBTFUL_FACTOR = 0.3;

/* What a text says more where no title says it: else every page without a telling title
   loses to all that have one.  Where half of the titles are taken away, worth .010 of
   nDCG@10 on claims and .012 on LiveQA. */
static const double UNTITLED_FACTOR = 1.6;

static double untitled_factor(int field, const struct field_counts *lengths)
{
    return field == FIELD_TEXT && lengths->count[FIELD_TITLE] == 0 ? UNTITLED_FACTOR
                                                                   : 1;
}

static double scaled(const struct field_scale *scale, double count, double length)
{
    return scale->weight * count / (1 - scale->b + scale->b * length / scale->average);
}

static uint32_t quantised(double impact)
{
    double steps = round(impact * MAX_IMPACT);

    return steps < 1 ? 1 : steps > MAX_IMPACT ? MAX_IMPACT : (uint32_t)steps;
}

double impact_of_field(enum passage_field field, uint32_t count, uint32_t length)
{
    double words = length;

    if (count == 0)
        return 0;
    if (field == FIELD_TEXT && words < SHORT_TEXT)
        words = SHORT_TEXT;
    return scaled(&FIELDS[field], count, words);
}

double impact_of_frequency(double frequency)
{
    return frequency / (K1 + frequency);
}

double impact_exact(const struct field_counts *term, const struct field_counts *lengths,
        bool is_doubtful)
{
    double frequency = 0;

    for (int field = 0; field < FIELD_COUNT; field++)
        frequency += untitled_factor(field, lengths) *
                     impact_of_field((enum passage_field)field, term->count[field],
                             lengths->count[field]);
    if (is_doubtful)
        frequency *= DOUBTFUL_FACTOR;
    return impact_of_frequency(frequency);
}

uint32_t impact_quantised(const struct field_counts *term,
        const struct field_counts *lengths, bool is_doubtful)
{
    return quantised(impact_exact(term, lengths, is_doubtful));
}

/* Of an article.  k1 and b are what plain BM25 is mostly used with; average lengths are
   those of abstracts, so a longer article needs a word more often.  With k1 2.5 and
   weight 3 of the title, as above, claims lose .007 of nDCG@10 and .011 where half of
   the titles are missing. */
static const struct field_scale ARTICLE_FIELDS[FIELD_COUNT] = {
    [FIELD_TEXT] = { 1.0, 0.75, 150.0 },
    [FIELD_HEADING] = { 1.0, 0.5, 20.0 },
    [FIELD_TITLE] = { 2.0, 0.5, 6.0 },
};

static const double ARTICLE_K1 = 1.2;

uint32_t impact_of_article(
        const struct field_counts *term, const struct field_counts *lengths)
{
    double frequency = 0;

    for (int field = 0; field < FIELD_COUNT; field++)
        frequency += untitled_factor(field, lengths) * scaled(&ARTICLE_FIELDS[field],
                                                               term->count[field],
                                                               lengths->count[field]);
    return quantised(frequency / (ARTICLE_K1 + frequency));
}

double impact_idf(double frequency, double count)
{
    return log(1 + (count - frequency + 0.5) / (frequency + 0.5));
}
