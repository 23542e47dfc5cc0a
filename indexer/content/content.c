#include "indexer/content/content.h"

#include <math.h>

float content_probability(float score)
{
    return 1.0F / (1.0F + expf(-score));
}
