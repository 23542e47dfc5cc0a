#include "indexer/shard/postings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <xapian-c/base.h>

#include "core/capitals.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/items.h"
#include "core/schema.h"
#include "core/table.h"
#include "core/token.h"
#include "core/view.h"

struct entry {
    char term[WORD_SIZE];
    uint32_t size;
    uint64_t hash;
    struct field_counts counts;
};

static_assert((int)WORD_SIZE <= (int)XC_TERM_SIZE, "the index takes every word");

struct postings {
    struct analyzer *analyzer;
    struct entry *entries; /* in the order of first use */
    uint32_t count;
    size_t room; /* of `entries` */
    struct table table;
    struct field_counts lengths;
    uint32_t *trail; /* the entries of all that was counted, one after the other */
    size_t trail_count;
    size_t trail_room;
    struct postings_run last_run;
};

palpate_status postings_open(
        struct postings **out, struct analyzer *analyzer, palpate_error *err)
{
    struct postings *postings = calloc(1, sizeof *postings);

    *out = NULL;
    if (postings == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the terms of a passage");
    postings->analyzer = analyzer;
    *out = postings;
    return PALPATE_OK;
}

void postings_close(struct postings *postings)
{
    if (postings == NULL)
        return;
    free(postings->entries);
    free(postings->trail);
    table_free(&postings->table);
    free(postings);
}

void postings_clear(struct postings *postings)
{
    table_clear(&postings->table);
    postings->count = 0;
    postings->lengths = (struct field_counts){ { 0 } };
    postings->trail_count = 0;
}

static bool is_of(const struct entry *entry, palpate_view term)
{
    return view_equals(term, (palpate_view){ entry->term, entry->size });
}

static struct entry *find_or_add(
        struct postings *postings, palpate_view term, uint64_t hash)
{
    if (!table_make_room(&postings->table, 1) ||
            !items_grow((void **)&postings->entries, &postings->room, postings->count,
                    sizeof *postings->entries))
        return NULL;
    struct table_slot *slot = table_first(&postings->table, hash);
    while (slot->number != 0 && !is_of(&postings->entries[slot->number - 1], term))
        slot = table_next(&postings->table, slot);
    if (slot->number != 0)
        return &postings->entries[slot->number - 1];
    struct entry *entry = &postings->entries[postings->count++];
    memcpy(entry->term, term.data, term.size);
    entry->size = (uint32_t)term.size;
    entry->hash = hash;
    entry->counts = (struct field_counts){ { 0 } };
    table_put(&postings->table, slot, hash, postings->count);
    return entry;
}

static bool add_hashed(struct postings *postings, palpate_view term, uint64_t hash,
        enum passage_field field)
{
    struct entry *entry = find_or_add(postings, term, hash);

    if (entry == NULL || !items_grow((void **)&postings->trail, &postings->trail_room,
                                 postings->trail_count, sizeof *postings->trail))
        return false;
    entry->counts.count[field]++;
    postings->trail[postings->trail_count++] = (uint32_t)(entry - postings->entries);
    return true;
}

static bool add(struct postings *postings, palpate_view term, enum passage_field field)
{
    return term.size > 0 && term.size <= WORD_SIZE &&
           add_hashed(postings, term, hash_of(term), field);
}

/* A name in capitals that is spelled as a common word has a term of its own. */
static bool add_capitals(struct postings *postings, palpate_view text,
        const struct token *token, palpate_view folded, enum passage_field field)
{
    char term[CAPITALS_TERM_SIZE];

    if (capitals_size(view_slice(text, token->offset, token->size)) == 0 ||
            !capitals_are_ambiguous(postings->analyzer, folded) ||
            !capitals_stand_out(text, token))
        return true;
    return add(postings, schema_capitals_term(term, folded), field);
}

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for the terms of a passage");
}

palpate_status postings_count(struct postings *postings, palpate_view text,
        enum passage_field field, palpate_error *err)
{
    struct tokenizer tokens = tokens_of(text);
    struct postings_run run = { .first = postings->trail_count };
    struct token token;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        palpate_view word = { folded,
            word_fold(view_slice(text, token.offset, token.size), folded) };
        if (word.size == 0)
            continue;
        bool is_indexed = !term_is_stop(postings->analyzer, word);
        if (!add_capitals(postings, text, &token, word, field) ||
                (is_indexed &&
                        !add(postings, term_of(postings->analyzer, word), field)))
            return no_memory(err);
        run.length += is_indexed;
    }
    run.end = postings->trail_count;
    postings->lengths.count[field] += run.length;
    postings->last_run = run;
    return PALPATE_OK;
}

struct postings_run postings_last_run(const struct postings *postings)
{
    return postings->last_run;
}

palpate_status postings_count_run(struct postings *postings,
        const struct postings *other, struct postings_run run, enum passage_field field,
        palpate_error *err)
{
    for (size_t i = run.first; i < run.end; i++) {
        const struct entry *entry = &other->entries[other->trail[i]];
        palpate_view term = { entry->term, entry->size };
        if (!add_hashed(postings, term, entry->hash, field))
            return no_memory(err);
    }
    postings->lengths.count[field] += run.length;
    return PALPATE_OK;
}

struct field_counts postings_lengths(const struct postings *postings)
{
    return postings->lengths;
}

bool postings_title_tells(const struct postings *postings)
{
    for (uint32_t i = 0; i < postings->count; i++) {
        const uint32_t *count = postings->entries[i].counts.count;
        if (count[FIELD_TITLE] > 0 && count[FIELD_TEXT] + count[FIELD_HEADING] > 0)
            return true;
    }
    return false;
}

void postings_drop_title(struct postings *postings)
{
    postings->lengths.count[FIELD_TITLE] = 0;
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

palpate_status postings_each_of_article(const struct postings *postings,
        posting_visit *each, void *user, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < postings->count; i++) {
        const struct entry *entry = &postings->entries[i];
        status = each(user, (palpate_view){ entry->term, entry->size },
                impact_of_article(&entry->counts, &postings->lengths), err);
    }
    return status;
}
