#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "indexer/merge.h"
#include "indexer/metadata_write.h"
#include "indexer/run.h"
#include "indexer/settle.h"
#include "indexer/shard.h"

enum {
    /* Sources of a part: small fresh databases build fastest, and the cut must not
       depend on the number of threads, so that the index does not. */
    PART_PAGES = 256,
    PART_BYTES = 64 * 1024 * 1024 /* and of streams, which are in memory, no more */
};

static const char SAME_ADDRESS[] = "left out: another page has the same address";

struct build {
    struct run *run;
    pthread_mutex_t lock;
    uint32_t part_count;
    bool is_over;          /* no more sources, or a failure */
    palpate_status status; /* the first failure */
    palpate_error err;
    struct arena arena; /* of the claims */
    struct claim *claims;
    size_t claim_count;
    size_t claim_room;
    uint64_t seen;
};

/* A part's pages and the work on them, of one thread. */
struct part {
    struct build *build;
    struct page_reader reader;
    struct arena arena; /* of the sources of the part */
    struct source_page pages[PART_PAGES];
    struct claim claims[PART_PAGES];
    uint32_t count;
    uint32_t claim_count;
    uint32_t number;
};

/* Learns from the first part what the site's pages share, while the other threads wait:
   the same whatever their number. */
static void learn(struct part *part)
{
    struct build *build = part->build;
    struct chorus_learner learner = { .pages = 0 };
    palpate_error err = { 0 };

    chorus_free(&build->run->chorus);
    for (uint32_t i = 0; i < part->count; i++)
        page_listen(&learner, &part->reader, &part->pages[i]);
    if (chorus_learn(&build->run->chorus, &learner, &err) == PALPATE_OK)
        return;
    build->status = PALPATE_NO_MEMORY;
    build->err = err;
    build->is_over = true;
}

/* Takes the next pages of the sources; false when there are none or it is over. */
static bool take_part(struct part *part)
{
    struct build *build = part->build;
    size_t bytes = 0;

    part->count = 0;
    part->claim_count = 0;
    arena_clear(&part->arena);
    (void)pthread_mutex_lock(&build->lock);
    if (!build->is_over && run_should_stop(build->run)) {
        build->is_over = true;
        build->status = fail(&build->err, PALPATE_INTERRUPTED,
                "stopped: nothing was published, the index is as it was");
    }
    while (!build->is_over && part->count < PART_PAGES && bytes < PART_BYTES) {
        struct source_page *page = &part->pages[part->count];
        build->is_over = !source_next(build->run->sources, &part->arena, page);
        part->count += !build->is_over;
        bytes += build->is_over ? 0 : page->bytes.size;
    }
    build->seen += part->count;
    part->number = build->part_count;
    build->part_count += part->count > 0;
    if (part->number == 0)
        learn(part);
    (void)pthread_mutex_unlock(&build->lock);
    return part->count > 0;
}

static void stop_all(
        struct build *build, palpate_status status, const palpate_error *err)
{
    (void)pthread_mutex_lock(&build->lock);
    if (build->status == PALPATE_OK) {
        build->status = status;
        build->err = *err;
    }
    build->is_over = true;
    (void)pthread_mutex_unlock(&build->lock);
}

/* Of two pages of the part at one address the copy gives way, else the later. */
static palpate_status settle_in_part(
        struct part *part, struct shard *shard, struct page *page, palpate_error *err)
{
    for (uint32_t i = 0; i < part->claim_count; i++) {
        struct catalog_entry *other = &part->claims[i].entry;
        if (other->outcome != OUTCOME_INDEXED || other->article != page->entry.article)
            continue;
        if (!other->is_copy || page->entry.is_copy) {
            page->entry.outcome = OUTCOME_DUPLICATE;
            page->why = SAME_ADDRESS;
            return PALPATE_OK;
        }
        other->outcome = OUTCOME_DUPLICATE;
        palpate_status status = shard_remove(shard, other->article, err);
        return status == PALPATE_OK ? shard_note(shard, other, err) : status;
    }
    return PALPATE_OK;
}

static palpate_status index_page(struct part *part, struct shard *shard,
        struct source_page *source, palpate_error *err)
{
    struct run *run = part->build->run;
    struct page page = { .why = NULL };
    palpate_error inner = { 0 };

    arena_clear(&part->reader.arena);
    if (source->is_repeated) {
        page.entry.outcome = OUTCOME_DUPLICATE;
        run_report(run, source, &page.entry, SAME_ADDRESS);
        return PALPATE_OK;
    }
    palpate_status status = page_load(&page.entry, &part->reader, source, &inner);
    if (status == PALPATE_OK)
        status = page_read(&page, &part->reader, source, &inner);
    if (status == PALPATE_BAD_INPUT) {
        page.why = inner.message;
        status = PALPATE_OK;
    }
    if (status == PALPATE_OK && page.entry.outcome == OUTCOME_INDEXED)
        status = settle_in_part(part, shard, &page, &inner);
    if (status == PALPATE_OK && page.entry.outcome == OUTCOME_INDEXED)
        status = shard_add(shard, &page.article, page.url, page.entry.article, &inner);
    if (status == PALPATE_OK)
        status = shard_note(shard, &page.entry, &inner);
    if (status != PALPATE_OK)
        return fail(err, status, "%s", inner.message);
    if (page.entry.outcome == OUTCOME_INDEXED) {
        part->claims[part->claim_count++] = (struct claim){ .entry = page.entry,
            .part = part->number,
            .order = (uint32_t)(source - part->pages) };
    } else {
        run_report(run, source, &page.entry, page.why);
    }
    (void)pthread_mutex_lock(&run->lock);
    run->summary->read++;
    run->summary->source_bytes += source->bytes.size;
    (void)pthread_mutex_unlock(&run->lock);
    run_step(run);
    return PALPATE_OK;
}

/* Hands the part's claims to the build. */
static palpate_status keep_claims(struct part *part, palpate_error *err)
{
    struct build *build = part->build;
    bool is_out = false;

    (void)pthread_mutex_lock(&build->lock);
    for (uint32_t i = 0; i < part->claim_count && !is_out; i++) {
        struct claim claim = part->claims[i];
        claim.entry.id = arena_copy(&build->arena, claim.entry.id);
        is_out = claim.entry.id.data == NULL ||
                 !arena_grow(&build->arena, (void **)&build->claims, &build->claim_room,
                         build->claim_count, sizeof claim);
        if (!is_out)
            build->claims[build->claim_count++] = claim;
    }
    (void)pthread_mutex_unlock(&build->lock);
    return is_out ? fail(err, PALPATE_NO_MEMORY, "out of memory for the pages")
                  : PALPATE_OK;
}

static palpate_status index_part(struct part *part, palpate_error *err)
{
    char path[GENERATION_PATH];
    struct shard *shard = NULL;

    (void)merge_part_path(path, part->build->run->generation.fresh, part->number);
    palpate_status status = shard_create(&shard, path, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < part->count; i++) {
        if (run_should_stop(part->build->run))
            status = fail(err, PALPATE_INTERRUPTED,
                    "stopped: nothing was published, the index is as it was");
        else
            status = index_page(part, shard, &part->pages[i], err);
    }
    if (status == PALPATE_OK)
        status = shard_commit(shard, err);
    shard_close(shard);
    return status == PALPATE_OK ? keep_claims(part, err) : status;
}

static void *work(void *user)
{
    struct part *part = calloc(1, sizeof *part);
    palpate_error err = { 0 };
    palpate_status status = PALPATE_OK;

    if (part == NULL) {
        (void)fail(&err, PALPATE_NO_MEMORY, "out of memory for a thread");
        stop_all(user, PALPATE_NO_MEMORY, &err);
        return NULL;
    }
    part->build = user;
    part->reader.options = part->build->run->options;
    part->reader.chorus = &part->build->run->chorus;
    while (status == PALPATE_OK && take_part(part))
        status = index_part(part, &err);
    if (status != PALPATE_OK)
        stop_all(part->build, status, &err);
    page_reader_free(&part->reader);
    arena_free(&part->arena);
    free(part);
    return NULL;
}

static unsigned thread_count(const struct run *run)
{
    enum { THREADS_MOST = 64 };
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned jobs = run->options->jobs;

    if (jobs == 0)
        jobs = cores > 0 ? (unsigned)cores : 1;
    return jobs > THREADS_MOST ? THREADS_MOST : jobs;
}

static void work_in_threads(struct build *build)
{
    unsigned wanted = thread_count(build->run);
    pthread_t *threads = calloc(wanted, sizeof *threads);
    unsigned started = 0;

    while (threads != NULL && started + 1 < wanted &&
            pthread_create(&threads[started], NULL, work, build) == 0)
        started++;
    (void)work(build); /* this thread is one of them, so that one is enough */
    for (unsigned i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    free(threads);
}

/* Refuses to lose pages: too many, or any that only cannot be read at this moment. */
static palpate_status guard(const struct build *build, palpate_error *err)
{
    const struct run *run = build->run;

    for (size_t i = 0; i < build->claim_count; i++) {
        const struct catalog_entry *claim = &build->claims[i].entry;
        struct catalog_entry *same[] = { catalog_find(&run->catalog, claim->id),
            catalog_holder(&run->catalog, claim->article) };
        for (int k = 0; k < 2; k++)
            if (same[k] != NULL && catalog_holds(claim))
                same[k]->is_seen = true;
    }
    for (uint32_t i = 0; i < run->catalog.count; i++) {
        const struct catalog_entry *entry = &run->catalog.entries[i];
        if (run->options->allow_delete || !entry->was_indexed || entry->is_seen ||
                !source_may_hide(run->sources, entry->id))
            continue;
        return fail(err, PALPATE_REFUSED,
                "%.*s cannot be read again: nothing was changed; mend what is named "
                "above, or say --allow-delete to go on without",
                (int)entry->id.size, entry->id.data);
    }
    for (uint32_t i = 0; i < run->catalog.count; i++)
        if (!run->catalog.entries[i].is_seen)
            run->catalog.entries[i].outcome = OUTCOME_FAILED;
    return run_guard(run, err);
}

static palpate_status finish(struct build *build, palpate_error *err)
{
    struct run *run = build->run;
    char path[GENERATION_PATH];

    if (build->status != PALPATE_OK)
        return fail(err, build->status, "%s", build->err.message);
    if (build->seen == 0)
        return fail(err, PALPATE_REFUSED,
                "no page among the sources: nothing was changed; check the paths");
    palpate_status status = settle_claims(run, build->claims, build->claim_count, err);
    if (status == PALPATE_OK)
        status = guard(build, err);
    (void)snprintf(path, sizeof path, "%.4000s/shard", run->generation.fresh);
    if (status == PALPATE_OK)
        status = merge_parts(path, run->generation.fresh, build->part_count, err);
    if (status == PALPATE_OK)
        status = metadata_write(path, run->is_ours ? run->generation.live : NULL,
                run->options, &run->chorus, err);
    if (status != PALPATE_OK)
        return status;
    generation_trim(&run->generation);
    return generation_publish(&run->generation, err);
}

palpate_status build_all(struct run *run, palpate_error *err)
{
    struct build build = { .run = run };
    palpate_status status = generation_begin(&run->generation, err);

    if (status != PALPATE_OK)
        return status;
    (void)pthread_mutex_init(&build.lock, NULL);
    work_in_threads(&build);
    status = finish(&build, err);
    (void)pthread_mutex_destroy(&build.lock);
    arena_free(&build.arena);
    return status;
}
