#include "indexer/run/build.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/fail.h"
#include "indexer/run/threads.h"
#include "indexer/shard/index_metadata.h"
#include "indexer/shard/merge.h"
#include "indexer/shard/split.h"

palpate_status build_check_stop(struct build *build, palpate_error *err)
{
    if (!run_should_stop(build->run))
        return PALPATE_OK;
    return fail(err, PALPATE_INTERRUPTED,
            "stopped: nothing was published, the index is unchanged");
}

void build_stop(struct build *build, palpate_status status, const palpate_error *err)
{
    (void)pthread_mutex_lock(&build->lock);
    if (build->status == PALPATE_OK) {
        build->status = status;
        build->err = *err;
    }
    build->is_over = true;
    (void)pthread_mutex_unlock(&build->lock);
}

/* The threads of a build. */
struct crew {
    struct worker *workers;
    unsigned count;
};

static palpate_status crew_open(
        struct crew *crew, struct build *build, palpate_error *err)
{
    crew->count = run_threads(build->run);
    crew->workers = calloc(crew->count, sizeof *crew->workers);
    if (crew->workers == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for threads");
    for (unsigned i = 0; i < crew->count; i++) {
        crew->workers[i] = (struct worker){ .build = build,
            .reader = { .options = build->run->options,
                    .shared = &build->run->shared,
                    .selectors = &build->run->selectors } };
    }
    return PALPATE_OK;
}

static void crew_free(struct crew *crew)
{
    for (unsigned i = 0; crew->workers != NULL && i < crew->count; i++) {
        page_reader_free(&crew->workers[i].reader);
        arena_free(&crew->workers[i].looks);
        buffer_free(&crew->workers[i].records);
    }
    free(crew->workers);
}

static void *work_of_thread(void *user)
{
    struct worker *worker = user;
    palpate_error err = { 0 };
    palpate_status status = worker->work(worker, &err);

    if (status != PALPATE_OK)
        build_stop(worker->build, status, &err);
    return NULL;
}

/* Lets all threads do one thing.  This thread is one of them, so that one is enough. */
static void work_together(struct crew *crew, build_work *work_of)
{
    pthread_t threads[MAX_THREADS];
    unsigned started = 0;

    for (unsigned i = 0; i < crew->count; i++)
        crew->workers[i].work = work_of;
    while (started + 1 < crew->count &&
            pthread_create(&threads[started], NULL, work_of_thread,
                    &crew->workers[started + 1]) == 0)
        started++;
    (void)work_of_thread(&crew->workers[0]);
    for (unsigned i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
}

/* Refuses to lose pages: too many, or any that only cannot be read at this moment. */
static palpate_status guard_pages(const struct build *build, palpate_error *err)
{
    const struct run *run = build->run;

    for (size_t i = 0; i < build->page_count; i++) {
        const struct catalog_entry *page = &build->pages[i].entry;
        struct catalog_entry *same[] = { catalog_find(&run->catalog, page->id),
            catalog_holder(&run->catalog, page->article) };
        for (int k = 0; k < 2; k++)
            if (same[k] != NULL && catalog_holds(page))
                same[k]->is_seen = true;
    }
    for (uint32_t i = 0; i < run->catalog.count; i++) {
        const struct catalog_entry *entry = &run->catalog.entries[i];
        if (run->options->allow_delete || !entry->was_indexed || entry->is_seen ||
                !source_may_hide(run->sources, entry->id))
            continue;
        return fail(err, PALPATE_REFUSED,
                "%.*s cannot be read again: nothing was changed; correct what is named "
                "above, or give --allow-delete to go on without it",
                (int)entry->id.size, entry->id.data);
    }
    for (uint32_t i = 0; i < run->catalog.count; i++)
        if (!run->catalog.entries[i].is_seen)
            run->catalog.entries[i].outcome = OUTCOME_FAILED;
    return run_guard(run, err);
}

/* Says what of the index before is not in the new one. */
static void tell_what_is_lost(struct run *run, const struct thesaurus_source *before)
{
    bool had_any = run->generation.live[0] != '\0' || run->generation.live_is_damaged;
    size_t patterns = run->options->include_count + run->options->exclude_count;

    if (run->remembered.is_lost && patterns == 0)
        run_note(run, "what was included and excluded, if anything was, cannot be read "
                      "any more: give --include and --exclude again");
    if (!had_any || before[0].is_kept || run->options->thesaurus_count > 0)
        return;
    run_note(
            run, before[1].is_kept
                         ? "the thesaurus is that of the previous generation: give "
                           "--thesaurus again if it was another one"
                         : "the thesaurus and the base address, if the index had them, "
                           "cannot be read any more: give --thesaurus and --base-url "
                           "again");
}

/* Puts the parts and the metadata together. */
static palpate_status merge(const struct build *build, palpate_error *err)
{
    struct run *run = build->run;
    const char *folder = run->generation.fresh;
    char path[INDEX_PATH];
    struct thesaurus_source before[THESAURUS_SOURCES] = {
        { .path = run->wreck[0] != '\0' ? run->wreck : run->generation.live,
                .is_same_version = run->is_ours,
                .is_damaged = run->generation.live_is_damaged },
        { .path = run->before, .is_same_version = true },
    };

    merge_metadata_path(path, folder);
    const struct run_facts facts = { &run->shared, buffer_view(&run->dictionary),
        buffer_view(&run->remembers), run_curation(run) };
    palpate_status status =
            index_metadata_write(path, before, run->options, &facts, err);
    const struct split split = { (unsigned)run->options->shards, run_threads(run),
        run->options->read_only };
    if (status != PALPATE_OK)
        return status;
    tell_what_is_lost(run, before);
    return split_parts(folder, build->parts.count, &split, err);
}

static palpate_status finish_build(
        struct build *build, struct page_reader *reader, palpate_error *err)
{
    struct run *run = build->run;

    if (build->status != PALPATE_OK)
        return fail(err, build->status, "%s", build->err.message);
    if (build->parts.seen == 0)
        return page_rules_refuse_empty(source_rules(run->sources), err);
    palpate_status status = resolve_duplicates(
            run, reader, build->pages, build->page_count, build->parts.count, err);
    if (status == PALPATE_OK)
        status = guard_pages(build, err);
    if (status == PALPATE_OK)
        status = merge(build, err);
    if (status != PALPATE_OK)
        return status;
    generation_trim(&run->generation);
    return generation_publish(&run->generation, err);
}

static palpate_status build_with(
        struct build *build, struct crew *crew, palpate_error *err)
{
    palpate_status status = crew_open(crew, build, err);

    if (status != PALPATE_OK)
        return status;
    parts_open(&build->parts, build->run->sources);
    shared_blocks_free(&build->run->shared);
    buffer_clear(&build->run->dictionary);
    work_together(crew, build_look);
    if (build->status == PALPATE_OK)
        build_learn(build);
    if (build->status == PALPATE_OK)
        work_together(crew, build_parts);
    return finish_build(build, &crew->workers[0].reader, err);
}

palpate_status build_all(struct run *run, palpate_error *err)
{
    struct crew crew = { .count = 0 };
    palpate_status status = generation_begin(&run->generation, err);
    struct build *build = calloc(1, sizeof *build);

    if (status == PALPATE_OK && build == NULL)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a build");
    if (build == NULL || status != PALPATE_OK)
        goto out;
    build->run = run;
    (void)pthread_mutex_init(&build->lock, NULL);
    large_pages_open(&build->large);
    status = build_with(build, &crew, err);
    large_pages_close(&build->large);
    (void)pthread_mutex_destroy(&build->lock);
out:
    crew_free(&crew);
    if (build != NULL) {
        parts_close(&build->parts);
        free(build->pages);
        arena_free(&build->arena);
    }
    free(build);
    return status;
}
