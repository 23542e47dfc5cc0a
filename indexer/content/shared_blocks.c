#include "indexer/content/shared_blocks.h"

#include <stdlib.h>
#include <string.h>

#include "core/bytes.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/view.h"

/* A block that was seen, and on how many pages. */
struct block_seen {
    uint64_t hash;
    uint32_t pages;
    uint32_t last; /* page it was seen on */
};

static uint64_t hash_on(palpate_view host, palpate_view text)
{
    return hash_of(text) ^ (host.size == 0 ? 0 : hash_of(host));
}

/* What was seen under a hash, made where nothing was; NULL when memory is out. */
static struct block_seen *seen_of(
        struct shared_blocks_learner *learner, uint64_t hash, bool *is_new)
{
    learner->table.arena = &learner->arena;
    learner->failed = learner->failed || !table_make_room(&learner->table, 1) ||
                      !arena_grow(&learner->arena, (void **)&learner->seen,
                              &learner->room, learner->count, sizeof *learner->seen);
    if (learner->failed)
        return NULL;
    struct table_slot *slot = table_first(&learner->table, hash);
    while (slot->number != 0 && learner->seen[slot->number - 1].hash != hash)
        slot = table_next(&learner->table, slot);
    *is_new = slot->number == 0;
    if (*is_new) {
        learner->seen[learner->count++] = (struct block_seen){ .hash = hash };
        table_put(&learner->table, slot, hash, learner->count);
    }
    return &learner->seen[slot->number - 1];
}

static bool has_words(palpate_view text, unsigned least)
{
    unsigned spaces = 0;

    for (size_t i = 0; i < text.size && spaces + 1 < least; i++)
        spaces += text.data[i] == ' ';
    return spaces + 1 >= least;
}

/* What the page says at length, as one number; 0 where that is too little to know it
   by. */
static uint64_t prose_of(palpate_view host, const struct blocks *blocks)
{
    enum { PROSE_WORDS = 15, PROSE_BLOCKS = 3 };
    uint64_t prose = 0;
    unsigned count = 0;

    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        if (block->kind == BLOCK_HEADING || !has_words(block->text, PROSE_WORDS))
            continue;
        prose = prose * 0x9E3779B97F4A7C15U + hash_on(host, block->text);
        count++;
    }
    return count < PROSE_BLOCKS ? 0 : prose;
}

/* Whether a page says what one before it said: a copy of an article does not make it
   what the pages of the site share. */
static bool is_copy(struct shared_blocks_learner *learner, uint64_t prose)
{
    bool is_new = true;

    return prose != 0 && seen_of(learner, prose, &is_new) != NULL && !is_new;
}

bool shared_blocks_collect(struct block_hashes *out, struct arena *arena,
        palpate_view host, const struct blocks *blocks)
{
    *out = (struct block_hashes){ .prose = prose_of(host, blocks),
        .hashes = arena_zeroed(arena, blocks->count, sizeof *out->hashes) };
    if (out->hashes == NULL)
        return false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        /* Articles share headings: "Symptoms", "When to see a doctor". */
        if (block->kind != BLOCK_HEADING && has_words(block->text, SHARED_WORDS))
            out->hashes[out->count++] = hash_on(host, block->text);
    }
    return true;
}

void shared_blocks_add(
        struct shared_blocks_learner *learner, const struct block_hashes *hashes)
{
    bool is_new = true;

    if (learner->failed || is_copy(learner, hashes->prose))
        return;
    learner->pages++;
    for (uint32_t i = 0; i < hashes->count && !learner->failed; i++) {
        struct block_seen *seen = seen_of(learner, hashes->hashes[i], &is_new);
        if (seen == NULL || seen->last == learner->pages)
            continue;
        seen->pages++;
        seen->last = learner->pages;
    }
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

static bool is_shared(const struct shared_blocks_learner *learner, uint32_t number)
{
    uint64_t pages = learner->seen[number].pages;

    return pages >= SHARED_PAGES &&
           pages * 100 >= (uint64_t)learner->pages * SHARED_PERCENT;
}

palpate_status shared_blocks_learn(struct shared_blocks *out,
        struct shared_blocks_learner *learner, palpate_error *err)
{
    *out = (struct shared_blocks){ .count = 0 };
    out->hashes = arena_alloc(
            &out->arena, ((size_t)learner->count + 1) * sizeof *out->hashes);
    bool failed = learner->failed || out->hashes == NULL;
    for (uint32_t i = 0; i < learner->count && !failed; i++)
        if (is_shared(learner, i))
            out->hashes[out->count++] = learner->seen[i].hash;
    arena_free(&learner->arena);
    if (failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for what pages share");
    qsort(out->hashes, out->count, sizeof *out->hashes, compare_hashes);
    if (out->count > MAX_SHARED_BLOCKS)
        out->count = MAX_SHARED_BLOCKS;
    return PALPATE_OK;
}

bool shared_blocks_has(
        const struct shared_blocks *shared, palpate_view host, palpate_view text)
{
    if (shared == NULL || shared->count == 0 || !has_words(text, SHARED_WORDS))
        return false;
    uint64_t hash = hash_on(host, text);
    return bsearch(&hash, shared->hashes, shared->count, sizeof hash, compare_hashes) !=
           NULL;
}

void shared_blocks_write(struct buffer *out, const struct shared_blocks *shared)
{
    for (uint32_t i = 0; i < shared->count; i++)
        bytes_append(out, shared->hashes[i]);
}

bool shared_blocks_read(struct shared_blocks *out, palpate_view bytes)
{
    *out = (struct shared_blocks){ .count = 0 };
    bytes = view_slice(bytes, 0, (size_t)MAX_SHARED_BLOCKS * BYTES_SIZE);
    out->hashes =
            arena_zeroed(&out->arena, bytes.size / BYTES_SIZE + 1, sizeof *out->hashes);
    if (out->hashes == NULL)
        return false;
    while (bytes_take(&bytes, &out->hashes[out->count]))
        out->count++;
    /* Bytes of a damaged index may stand in any order. */
    qsort(out->hashes, out->count, sizeof *out->hashes, compare_hashes);
    return true;
}

void shared_blocks_free(struct shared_blocks *shared)
{
    arena_free(&shared->arena);
    *shared = (struct shared_blocks){ .count = 0 };
}
