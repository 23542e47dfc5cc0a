#include "indexer/settle.h"

#include <stdlib.h>

#include "core/fail.h"
#include "indexer/fold.h"
#include "indexer/merge.h"
#include "indexer/shard.h"

static const char SAME_ADDRESS[] = "left out: another page has the same address";

/* By address; of one address the page that stays first. */
static int by_article(const void *left, const void *right)
{
    const struct claim *a = left;
    const struct claim *b = right;

    if (a->entry.article != b->entry.article)
        return a->entry.article < b->entry.article ? -1 : 1;
    if (a->entry.is_copy != b->entry.is_copy)
        return a->entry.is_copy ? 1 : -1;
    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static int by_part(const void *left, const void *right)
{
    const struct claim *a = left;
    const struct claim *b = right;

    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* Marks all but one of the pages of an address; those of one part have settled. */
static void settle_addresses(struct run *run, struct claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct claim *claim = &claims[i];
        const struct source_page source = { .name = claim->entry.id };
        claim->gives_way = claim->entry.outcome == OUTCOME_INDEXED && i > 0 &&
                           claims[i - 1].entry.article == claim->entry.article;
        if (claim->gives_way)
            claim->entry.outcome = OUTCOME_DUPLICATE;
        if (claim->entry.outcome != OUTCOME_INDEXED)
            run_report(run, &source, &claim->entry, SAME_ADDRESS);
    }
}

/* Marks the pages that say what another one says, and names it to them. */
static palpate_status settle_texts(
        struct claim *claims, size_t count, palpate_error *err)
{
    struct catalog_entry **pages = calloc(count + 1, sizeof(struct catalog_entry *));
    size_t used = 0;

    if (pages == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for comparing pages");
    for (size_t i = 0; i < count; i++)
        if (claims[i].entry.outcome == OUTCOME_INDEXED)
            pages[used++] = &claims[i].entry;
    palpate_status status = fold_decide(pages, used, err);
    free(pages);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        if (claims[i].entry.keeper.size == 0)
            continue;
        claims[i].gives_way = true;
        claims[i].entry.outcome = OUTCOME_FOLDED;
    }
    return status;
}

static void report_folded(struct run *run, const struct claim *claims, size_t count)
{
    char why[FOLD_WHY_SIZE];

    for (size_t i = 0; i < count; i++) {
        const struct source_page source = { .name = claims[i].entry.id };
        if (claims[i].entry.outcome != OUTCOME_FOLDED)
            continue;
        fold_write_why(why, &claims[i].entry);
        run_report(run, &source, &claims[i].entry, why);
    }
}

static palpate_status drop(
        struct shard *shard, const struct claim *claim, palpate_error *err)
{
    palpate_status status = shard_remove(shard, claim->entry.article, err);

    return status == PALPATE_OK ? shard_note(shard, &claim->entry, err) : status;
}

/* Takes what gives way out of one database; all `claims` are of it. */
static palpate_status clear_place(const struct run *run, const struct claim *claims,
        size_t count, uint32_t parts, palpate_error *err)
{
    char path[GENERATION_PATH];
    struct shard *shard = NULL;
    palpate_status status = PALPATE_OK;

    merge_place_path(path, run->generation.fresh, claims->part, parts);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        if (!claims[i].gives_way)
            continue;
        if (shard == NULL)
            status = shard_open(&shard, path, err);
        if (status == PALPATE_OK)
            status = drop(shard, &claims[i], err);
    }
    if (status == PALPATE_OK && shard != NULL)
        status = shard_commit(shard, err);
    shard_close(shard);
    return status;
}

static size_t count_of_place(const struct claim *claims, size_t count, uint32_t parts)
{
    uint32_t place = merge_place(claims->part, parts);
    size_t same = 0;

    while (same < count && merge_place(claims[same].part, parts) == place)
        same++;
    return same;
}

palpate_status settle_claims(struct run *run, struct claim *claims, size_t count,
        uint32_t parts, palpate_error *err)
{
    palpate_index_summary *summary = run->summary;

    if (count > 1)
        qsort(claims, count, sizeof *claims, by_article);
    settle_addresses(run, claims, count);
    palpate_status status = settle_texts(claims, count, err);
    if (count > 1)
        qsort(claims, count, sizeof *claims, by_part);
    report_folded(run, claims, count);
    for (size_t i = 0; status == PALPATE_OK && i < count;) {
        size_t same = count_of_place(&claims[i], count - i, parts);
        status = clear_place(run, &claims[i], same, parts, err);
        i += same;
    }
    for (size_t i = 0; i < count; i++) {
        bool is_in = claims[i].entry.outcome == OUTCOME_INDEXED;
        summary->pages += is_in;
        summary->passages += is_in ? claims[i].entry.passages : 0;
    }
    summary->added = summary->pages;
    return status;
}
