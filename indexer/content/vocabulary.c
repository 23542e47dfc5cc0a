#include "indexer/content/vocabulary.h"

#include <string.h>

#include "core/ascii.h"
#include "core/view.h"

enum { MAX_WORD = 24 };

#define WORD(word, group) { PALPATE_VIEW_INIT(word), GROUP_##group },
static const struct part_word {
    palpate_view word; /* first: view_place() compares it */
    enum vocabulary_group group;
} WORDS[] = {
#include "words/mul/class_words.inc"
};
static const struct part_word PAIRS[] = {
#include "words/mul/class_pairs.inc"
};
static const struct part_word ROLES[] = {
#include "words/mul/roles.inc"
};

enum {
    WORD_COUNT = sizeof WORDS / sizeof *WORDS,
    PAIR_COUNT = sizeof PAIRS / sizeof *PAIRS,
    ROLE_COUNT = sizeof ROLES / sizeof *ROLES
};

static uint32_t find_part(
        palpate_view word, const struct part_word *table, size_t count)
{
    size_t place = view_place(word, table, count, sizeof *table);

    return place < count ? GROUP_BIT(table[place].group) : 0;
}

/* Takes the next word off `*name`: letters, in lower case, up to a capital. `*is_first`
   says that it starts a class. */
static size_t next_word(palpate_view *name, char out[MAX_WORD], bool *is_first)
{
    size_t place = 0;
    size_t size = 0;

    while (place < name->size && !ascii_is_letter(name->data[place]))
        *is_first |= name->data[place++] == ' ';
    for (; place < name->size && ascii_is_letter(name->data[place]); place++) {
        char byte = name->data[place];
        bool starts_another = size > 0 && ascii_is_upper(byte) &&
                              !ascii_is_upper(name->data[place - 1]);
        if (starts_another)
            break;
        if (size < MAX_WORD)
            out[size++] = ascii_lower(byte);
    }
    *name = view_slice(*name, place, name->size);
    return size;
}

/* The groups of one attribute's words and pairs of words. */
static uint32_t groups_of_name(palpate_view name)
{
    char pair[MAX_WORD * 2 + 1];
    size_t before = 0;
    uint32_t groups = 0;

    for (;;) {
        bool is_first = before == 0;
        char text[MAX_WORD];
        size_t size = next_word(&name, text, &is_first);
        if (size == 0)
            return groups;
        groups |= find_part((palpate_view){ text, size }, WORDS, WORD_COUNT);
        if (is_first)
            before = 0;
        char *word = pair + before + (before > 0);
        if (before > 0)
            pair[before] = ' ';
        memcpy(word, text, size);
        if (before > 0)
            groups |= find_part(
                    (palpate_view){ pair, before + 1 + size }, PAIRS, PAIR_COUNT);
        memmove(pair, word, size);
        before = size;
    }
}

uint32_t vocabulary_groups(const struct node *node)
{
    uint32_t groups = 0;

    for (const struct attribute *attribute = node->attributes; attribute != NULL;
            attribute = attribute->next) {
        palpate_view name = attribute->name;
        bool is_heading_id = tag_heading_level(node->tag) > 0;
        if (view_equals(name, PALPATE_VIEW("class")) ||
                (view_equals(name, PALPATE_VIEW("id")) && !is_heading_id))
            groups |= groups_of_name(attribute->value);
        else if (view_equals(name, PALPATE_VIEW("role")))
            groups |= find_part(attribute->value, ROLES, ROLE_COUNT);
        else if (view_equals(name, PALPATE_VIEW("itemprop")) &&
                 view_equals(attribute->value, PALPATE_VIEW("articleBody")))
            groups |= GROUP_BIT(GROUP_CONTENT);
    }
    return groups;
}
