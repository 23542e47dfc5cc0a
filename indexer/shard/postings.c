#include "indexer/shard/postings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <xapian-c/base.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/token.h"
#include "core/view.h"

enum { FIRST_ROOM = 256 /* entries; a power of two, doubled when half full */ };

struct entry {
    char term[WORD_SIZE];
    uint32_t size;
    struct field_counts counts;
};

static_assert((int)WORD_SIZE <= (int)XC_TERM_SIZE, "the index takes every word");

struct postings {
    struct analyzer *analyzer;
    struct entry *entries; /* in the order of first use */
    uint32_t count;
    uint32_t room;   /* of `entries` */
    uint32_t *slots; /* index of an entry + 1, or 0; twice as many as entries */
    struct field_counts lengths;
};

palpate_status postings_open(
        struct postings **out, struct analyzer *analyzer, palpate_error *err)
{
    struct postings *postings = calloc(1, sizeof *postings);

    *out = NULL;
    if (postings != NULL) {
        postings->analyzer = analyzer;
        postings->room = FIRST_ROOM;
        postings->entries = malloc(FIRST_ROOM * sizeof *postings->entries);
        postings->slots = calloc((size_t)FIRST_ROOM * 2, sizeof *postings->slots);
    }
    if (postings == NULL || postings->entries == NULL || postings->slots == NULL) {
        postings_close(postings);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the terms of a passage");
    }
    *out = postings;
    return PALPATE_OK;
}

void postings_close(struct postings *postings)
{
    if (postings == NULL)
        return;
    free(postings->entries);
    free(postings->slots);
    free(postings);
}

void postings_clear(struct postings *postings)
{
    memset(postings->slots, 0, (size_t)postings->room * 2 * sizeof *postings->slots);
    postings->count = 0;
    postings->lengths = (struct field_counts){ { 0 } };
}

static uint32_t slot_of(const struct postings *postings, palpate_view term)
{
    uint32_t mask = postings->room * 2 - 1;
    uint32_t slot = (uint32_t)hash_of(term) & mask;

    while (postings->slots[slot] != 0) {
        const struct entry *entry = &postings->entries[postings->slots[slot] - 1];
        if (view_equals(term, (palpate_view){ entry->term, entry->size }))
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static bool make_room(struct postings *postings)
{
    uint32_t room = postings->room * 2;

    if (postings->count < postings->room)
        return true;
    struct entry *entries = realloc(postings->entries, room * sizeof *entries);
    if (entries == NULL)
        return false;
    postings->entries = entries;
    uint32_t *slots = calloc((size_t)room * 2, sizeof *slots);
    if (slots == NULL)
        return false;
    free(postings->slots);
    postings->slots = slots;
    postings->room = room;
    for (uint32_t i = 0; i < postings->count; i++)
        slots[slot_of(postings, (palpate_view){ entries[i].term, entries[i].size })] =
                i + 1;
    return true;
}

static struct entry *find_or_add(struct postings *postings, palpate_view term)
{
    uint32_t slot = slot_of(postings, term);

    if (postings->slots[slot] != 0)
        return &postings->entries[postings->slots[slot] - 1];
    if (!make_room(postings))
        return NULL;
    slot = slot_of(postings, term);
    struct entry *entry = &postings->entries[postings->count++];
    memcpy(entry->term, term.data, term.size);
    entry->size = (uint32_t)term.size;
    entry->counts = (struct field_counts){ { 0 } };
    postings->slots[slot] = postings->count;
    return entry;
}

palpate_status postings_count(struct postings *postings, palpate_view text,
        enum passage_field field, palpate_error *err)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(text, token.offset, token.size), folded) };
        if (word.size == 0 || is_stop_word(word))
            continue;
        palpate_view term = term_of(postings->analyzer, word);
        struct entry *entry = term.size == 0 || term.size > WORD_SIZE
                                      ? NULL
                                      : find_or_add(postings, term);
        if (entry == NULL)
            return fail(
                    err, PALPATE_NO_MEMORY, "out of memory for the terms of a passage");
        entry->counts.count[field]++;
        postings->lengths.count[field]++;
    }
    return PALPATE_OK;
}

struct field_counts postings_lengths(const struct postings *postings)
{
    return postings->lengths;
}

palpate_status postings_each(const struct postings *postings, bool is_doubtful,
        posting_visit *each, void *user, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < postings->count; i++) {
        const struct entry *entry = &postings->entries[i];
        status = each(user, (palpate_view){ entry->term, entry->size },
                impact_quantised(&entry->counts, &postings->lengths, is_doubtful), err);
    }
    return status;
}
