/* The terms of the index that start with a byte, in little memory. */
#ifndef QUERY_VOCABULARY_H
#define QUERY_VOCABULARY_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

struct vocabulary_term {
    uint32_t end;       /* in the bytes of all */
    uint32_t frequency; /* passages that have it */
};

/* Terms in the order of their bytes. */
struct vocabulary {
    char *bytes; /* one term after the other */
    struct vocabulary_term *terms;
    uint8_t *shared; /* bytes that each has in common with the one before it, so that
                        the search for a misspelled word can pass over many at a time */
    uint32_t count;
};

/* Makes room for `count` terms of `size` bytes together.  false when memory is out. */
bool vocabulary_open(struct vocabulary *vocabulary, uint32_t count, size_t size);
void vocabulary_free(struct vocabulary *vocabulary);

/* Adds a term of less than 256 bytes after those that are there. */
void vocabulary_add(
        struct vocabulary *vocabulary, palpate_view term, uint32_t frequency);

palpate_view vocabulary_term(const struct vocabulary *vocabulary, uint32_t place);

/* The first place after `place` whose term does not start with the same `size` bytes.
   `*shared` becomes the bytes that it has in common with the term at `place`. */
uint32_t vocabulary_pass(const struct vocabulary *vocabulary, uint32_t place,
        size_t size, size_t *shared);

#endif
