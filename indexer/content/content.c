#include "indexer/content/content.h"

#include <math.h>

#include "indexer/content/claims.h"

/* Off every score: what is lost by a block of boilerplate among an article's hurts a
   reader more than a missing line.  More so on a page that says that it is an article:
   there the text is clear, and what is in doubt is mostly a caption or a box.  Measured
   on pages that the weights were not fitted to: against -.45 for all it gives .005 of
   shingle F1 on articles of news, and .0003 of word F1 on pages of all types. */
static const float KEEP_BIAS = -0.35F;
static const float KEEP_BIAS_OF_ARTICLE = -0.7F;

static float bias_of(const struct content *content)
{
    return (content->land.claims & CLAIM_ARTICLE) != 0 ? KEEP_BIAS_OF_ARTICLE
                                                       : KEEP_BIAS;
}

float content_probability(float score)
{
    return 1.0F / (1.0F + expf(-score));
}

float content_chance(const struct content *content, uint32_t block)
{
    return content_probability(content->score[block] + bias_of(content));
}
