#include "query/index/vocabulary.h"

#include <stdlib.h>
#include <string.h>

bool vocabulary_open(struct vocabulary *vocabulary, uint32_t count, size_t size)
{
    *vocabulary = (struct vocabulary){ .bytes = malloc(size + 1),
        .terms = malloc((count + 1) * sizeof *vocabulary->terms),
        .shared = malloc(count + 1) };
    if (vocabulary->bytes != NULL && vocabulary->terms != NULL &&
            vocabulary->shared != NULL)
        return true;
    vocabulary_free(vocabulary);
    return false;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    free(vocabulary->bytes);
    free(vocabulary->terms);
    free(vocabulary->shared);
    *vocabulary = (struct vocabulary){ 0 };
}

palpate_view vocabulary_term(const struct vocabulary *vocabulary, uint32_t place)
{
    uint32_t start = place == 0 ? 0 : vocabulary->terms[place - 1].end;

    return (palpate_view){ vocabulary->bytes + start,
        vocabulary->terms[place].end - start };
}

static size_t shared_by(palpate_view a, palpate_view b)
{
    size_t size = 0;

    while (size < a.size && size < b.size && a.data[size] == b.data[size])
        size++;
    return size;
}

void vocabulary_add(
        struct vocabulary *vocabulary, palpate_view term, uint32_t frequency)
{
    uint32_t place = vocabulary->count++;
    uint32_t start = place == 0 ? 0 : vocabulary->terms[place - 1].end;

    memcpy(vocabulary->bytes + start, term.data, term.size);
    vocabulary->terms[place] =
            (struct vocabulary_term){ start + (uint32_t)term.size, frequency };
    vocabulary->shared[place] =
            place == 0
                    ? 0
                    : (uint8_t)shared_by(vocabulary_term(vocabulary, place - 1), term);
}

uint32_t vocabulary_pass(const struct vocabulary *vocabulary, uint32_t place,
        size_t size, size_t *shared)
{
    const uint8_t *each = vocabulary->shared;

    do
        place++;
    while (place < vocabulary->count && each[place] >= size);
    *shared = place < vocabulary->count ? each[place] : 0;
    return place;
}
