#include "query/expand/word_variants.h"

#include <stdio.h>
#include <string.h>

#include "core/ascii.h"
#include "core/view.h"
#include "query/expand/word_families.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view FIRST_PARTS[] = {
#include "words/en/first_parts.inc"
};
static const palpate_view LAST_PARTS[] = {
#include "words/en/last_parts.inc"
};

enum {
    SHORTEST_REST = 3 /* letters of a word that is left when a part is cut off */
};

static void add_variant(struct word_variants *out, enum thesaurus_relation relation,
        palpate_view first, const char *between, palpate_view second)
{
    struct word_variant *variant = &out->items[out->count];

    if (out->count == MAX_VARIANTS || first.size + second.size + 1 >= VARIANT_SIZE)
        return;
    int size = snprintf(variant->text, sizeof variant->text, "%.*s%s%.*s",
            (int)first.size, first.data, between, (int)second.size,
            second.size == 0 ? "" : second.data);
    variant->size = (size_t)size;
    variant->relation = relation;
    out->count++;
}

static void add_cuts(struct word_variants *out, palpate_view word)
{
    for (size_t i = 0; i < sizeof FIRST_PARTS / sizeof *FIRST_PARTS; i++) {
        size_t size = FIRST_PARTS[i].size;
        if (word.size >= size + SHORTEST_REST && view_starts_with(word, FIRST_PARTS[i]))
            add_variant(out, RELATION_SPELLING, FIRST_PARTS[i], " ",
                    view_slice(word, size, word.size));
    }
    for (size_t i = 0; i < sizeof LAST_PARTS / sizeof *LAST_PARTS; i++) {
        size_t size = LAST_PARTS[i].size;
        if (word.size >= size + SHORTEST_REST && view_ends_with(word, LAST_PARTS[i]))
            add_variant(out, RELATION_SPELLING, view_slice(word, 0, word.size - size),
                    " ", LAST_PARTS[i]);
    }
}

static bool is_number(palpate_view word)
{
    for (size_t i = 0; i < word.size; i++)
        if (!ascii_is_digit(word.data[i]))
            return false;
    return word.size >= 1 && word.size <= 2;
}

/* "c5", "t12", "l4", "s1": a vertebra. */
static bool is_level(palpate_view word)
{
    return word.size >= 2 && strchr("ctls", word.data[0]) != NULL &&
           is_number(view_slice(word, 1, word.size));
}

/* "C5/6", "C5-C6" and "C5-6" are one; so is "C5C6". */
static void add_levels(
        struct word_variants *out, palpate_view first, palpate_view second)
{
    if (!is_level(first))
        return;
    if (is_number(second)) {
        char full[8];
        int size = snprintf(full, sizeof full, "%c%.*s", first.data[0],
                (int)second.size, second.data);
        add_variant(out, RELATION_SPELLING, first, " ",
                (palpate_view){ full, (size_t)size });
    } else if (is_level(second) && first.data[0] == second.data[0]) {
        add_variant(
                out, RELATION_SPELLING, first, " ", view_slice(second, 1, second.size));
    }
}

void word_variants_find(struct word_variants *out, struct analyzer *analyzer,
        const struct query_word *words, uint32_t count)
{
    struct word_family names;

    out->count = 0;
    if (count == 2) {
        palpate_view first = words[0].folded;
        palpate_view second = words[1].folded;
        if (first.size + second.size <= WORD_SIZE && !is_number(first))
            add_variant(out, RELATION_SPELLING, first, "", second);
        add_levels(out, first, second);
    }
    if (count == 1)
        add_cuts(out, words[0].folded);
    word_families_find(&names, analyzer, words, count);
    for (uint32_t i = 0; i < names.count; i++)
        add_variant(out, names.relation, names.items[i], "", (palpate_view){ NULL, 0 });
}
