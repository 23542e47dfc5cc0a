/* Titles as text -> their letters, words and parts, to compare them by. */
#ifndef INDEXER_TITLE_TEXT_H
#define INDEXER_TITLE_TEXT_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TITLE_WORDS = 40, /* of a title that are compared */
    TITLE_PARTS = 6   /* between its separators; what follows is one part */
};

/* Titles are compared by letters and digits, without case, spaces and punctuation. */
size_t title_letters(palpate_view text);
uint64_t title_hash(palpate_view text);
bool title_is_same(palpate_view a, palpate_view b);
bool title_starts_with(palpate_view text, palpate_view start);

struct title_words {
    uint32_t hashes[TITLE_WORDS];
    uint32_t count;
};

struct title_words title_words_of(palpate_view text);

/* How many words of `a` are among those of `b`. */
uint32_t title_shared(const struct title_words *a, const struct title_words *b);

/* Shared words in a hundred of all words of both. */
uint32_t title_likeness(const struct title_words *a, const struct title_words *b);

/* What parts a title: " | ", " - ", ": " and their like. */
enum title_joint { JOINT_NONE, JOINT_COLON, JOINT_DASH, JOINT_BAR, JOINT_OTHER };

struct title_parts {
    palpate_view items[TITLE_PARTS];
    enum title_joint before[TITLE_PARTS]; /* what stands before each */
    uint32_t count;
};

struct title_parts title_parts_of(palpate_view text);

/* "MDN" and "MDN Web Docs" are names of one site, if they are long enough to tell. */
bool title_is_name_of(palpate_view part, palpate_view name);

/* Whether `part` is the name that the host of a page has between its dots. */
bool title_is_of_host(palpate_view part, palpate_view host);

#endif
