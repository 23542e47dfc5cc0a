#include <palpate/indexer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/index_folder.h"
#include "core/view.h"
#include "indexer/html/tree.h"
#include "indexer/run/build.h"
#include "indexer/run/curation_notes.h"
#include "indexer/run/index_run.h"
#include "indexer/run/live.h"
#include "indexer/run/run.h"
#include "indexer/run/update.h"
#include "indexer/shard/index_curation.h"
#include "indexer/shard/stage.h"

enum { NOTE_SIZE = 320 };

/* A run that keeps other pages does not read them, and where files lie it must know as
   the index knows it. */
static palpate_status check_keeping(const struct run *run, palpate_error *err)
{
    const char *root = run->generation.root;
    bool has_index = run->generation.live[0] != '\0';
    bool has_files = source_file_count(run->sources) > 0;

    if (!run->task->keeps_others)
        return PALPATE_OK;
    if (has_index && (!run->is_ours || run->settings.rebuild)) {
        return fail(err, PALPATE_REFUSED,
                "%s: every page of this index has to be read again first: nothing was "
                "changed; run palpate-index with all sources",
                root);
    }
    if (has_index && has_files && run->options->root == NULL) {
        return fail(err, PALPATE_REFUSED,
                "%s: this index does not know where the paths of files start: nothing "
                "was changed; give --root",
                root);
    }
    return PALPATE_OK;
}

/* Another number of shards is another index. */
static void settle_shards(struct run *run)
{
    const char *live = run->generation.live;

    if (live[0] == '\0' || index_shard_count(live) == run->options->shards)
        return;
    run_note(run, "the number of shards has changed: every page is read again");
    run->settings.rebuild = true;
}

static palpate_status run_locked(struct run *run, palpate_error *err)
{
    palpate_status status = live_read(run, err);

    if (status == PALPATE_OK && run->is_ours &&
            remembered_selectors_differ(&run->remembered, run->options)) {
        run_note(run, "the selectors have changed: every page is read again");
        run->settings.rebuild = true;
    }
    if (status == PALPATE_OK && run->is_ours)
        settle_shards(run);
    if (status == PALPATE_OK)
        status = check_keeping(run, err);
    if (status != PALPATE_OK)
        return status;
    if (!run->is_ours && run->generation.live[0] != '\0') {
        run_note(run, "the index is of another version: every page is read again");
        run->settings.rebuild = true;
    }
    run->settings.rebuild = run->settings.rebuild || run->settings.read_only;
    if (run->is_ours && run->is_read_only && !run->options->rebuild) {
        status = fail(err, PALPATE_REFUSED,
                "%s: this index was built with --read-only and can only be built anew: "
                "nothing was changed; give --read-only again, or --rebuild",
                run->generation.root);
    } else if (run->options->dry_run || (run->is_ours && !run->options->rebuild)) {
        status = update_live(run, err);
    } else {
        status = build_all(run, err);
    }
    run->summary->index_bytes = generation_bytes(&run->generation);
    return status;
}

/* Completes the task and the options by what the index remembers, opens the sources,
   and writes down what it is to remember of both. */
static palpate_status open_sources(
        struct run *run, const char *path, struct run_task *task, palpate_error *err)
{
    bool only_deletes =
            task->keeps_others && task->source_count + task->page_count == 0;

    if (only_deletes && access(path, F_OK) != 0)
        return fail(err, PALPATE_NO_INDEX,
                "%s: there is no index here: nothing can be deleted", path);
    palpate_status status = remembered_read(&run->remembered, path, err);
    if (status == PALPATE_OK)
        status = remembered_settle(&run->remembered, path, task, &run->settings, err);
    if (status == PALPATE_OK)
        status = selectors_open(
                &run->selectors, &run->remembered.arena, run->options, err);
    if (status == PALPATE_OK)
        status = source_open(&run->sources, task->sources, task->source_count,
                run->options, run_report_source, run, err);
    if (status != PALPATE_OK)
        return status;
    if (run->options->curation != NULL) {
        status = index_curation_load(&run->curation, run->options->curation, err);
        if (status != PALPATE_OK)
            return status;
    }
    source_add_pages(run->sources, task->pages, task->page_count);
    if (task->keeps_others)
        source_keep_others(run->sources);
    if (source_file_count(run->sources) == 0 && !source_has_streams(run->sources) &&
            !only_deletes)
        return page_rules_refuse_empty(source_rules(run->sources), err);
    remembered_write(
            &run->remembers, &run->remembered, task, run->options, run->sources);
    return run->remembers.failed
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for options")
                   : PALPATE_OK;
}

/* Says which patterns are of no use, so that a slip in one is seen.  Those of before
   were said when they were given. */
static void tell_of_patterns(struct run *run, const palpate_index_options *given)
{
    bool is_new = given->include_count + given->exclude_count > 0;
    const char *pattern = NULL;
    char note[NOTE_SIZE];

    for (size_t place = 0;
            is_new && (pattern = page_rules_unused(
                               source_rules(run->sources), &place)) != NULL;) {
        (void)snprintf(
                note, sizeof note, "no page matches the pattern %.200s", pattern);
        run_note(run, note);
    }
}

/* Likewise, what a sitemap lists and the sources lack. */
static void tell_of_sitemap(struct run *run, const palpate_index_options *given)
{
    const struct sitemap *sitemap = &source_rules(run->sources)->sitemap;
    palpate_view first = { NULL, 0 };
    char note[NOTE_SIZE];
    size_t unused = sitemap_unused(sitemap, &first);

    if (unused == 0 || given->sitemap_count == 0 || run->task->keeps_others)
        return;
    (void)snprintf(note, sizeof note,
            "of %zu pages that a sitemap lists, %zu are not among the sources: "
            "%.160s%s",
            sitemap->count, unused, first.data, unused > 1 ? " and others" : "");
    run_note(run, note);
}

/* A dry run does not even make the folder. */
static palpate_status open_index(struct run *run, const char *path, palpate_error *err)
{
    if (run->options->dry_run && access(path, F_OK) != 0) {
        (void)snprintf(run->generation.root, sizeof run->generation.root, "%s", path);
        return PALPATE_OK;
    }
    palpate_status status = generation_open(&run->generation, path, err);
    if (status == PALPATE_OK && !run->options->dry_run)
        status = stage_finish(run->generation.live, err);
    if (status == PALPATE_OK && !run->options->dry_run)
        generation_sweep(&run->generation);
    return status;
}

/* Whether a message says where: it begins with the path, or names a file below it. */
static bool names_file(const char *message, const char *path)
{
    size_t size = strlen(path);
    const char *found = strstr(message, path);

    while (found != NULL && found[size] != '/' &&
            (found != message || found[size] != ':'))
        found = strstr(found + 1, path);
    return found != NULL;
}

/* Adds to what the database says of a failed write where that was and what to do. */
static palpate_status say_where(
        palpate_status status, const char *path, palpate_error *err)
{
    char reason[sizeof err->message];

    if (status != PALPATE_IO || err == NULL || names_file(err->message, path))
        return status;
    memcpy(reason, err->message, sizeof reason);
    return fail(err, status,
            "%s: cannot write the index: %s: nothing was changed; see that the disk "
            "has "
            "room and run again",
            path, reason);
}

palpate_status index_run(palpate_index_summary *summary, const char *path,
        const struct run_task *task, const palpate_index_options *options,
        palpate_error *err)
{
    struct run_task settled = *task;
    struct run run = { .settings = *options,
        .task = &settled,
        .summary = summary,
        .generation = { .lock = -1 } };

    run.options = &run.settings;
    *summary = (palpate_index_summary){ 0 };
    if (task->keeps_others && (options->rebuild || options->read_only))
        return fail(err, PALPATE_BAD_ARGUMENT,
                "pages cannot be added to an index that is built anew");
    if (options->shards > MAX_SHARDS)
        return fail(err, PALPATE_BAD_ARGUMENT, "an index has at most %d shards",
                (int)MAX_SHARDS);
    tree_library_init();
    (void)pthread_mutex_init(&run.lock, NULL);
    palpate_status status = open_sources(&run, path, &settled, err);
    if (status == PALPATE_OK)
        status = open_index(&run, path, err);
    if (status == PALPATE_OK)
        status = say_where(run_locked(&run, err), path, err);
    if (status == PALPATE_OK) {
        curation_notes(&run);
        tell_of_patterns(&run, options);
    }
    if (status == PALPATE_OK)
        tell_of_sitemap(&run, options);
    generation_close(&run.generation);
    xc_free(run.base_url);
    catalog_free(&run.catalog);
    shared_blocks_free(&run.shared);
    source_close(run.sources);
    remembered_free(&run.remembered);
    buffer_free(&run.remembers);
    buffer_free(&run.curation);
    buffer_free(&run.dictionary);
    (void)pthread_mutex_destroy(&run.lock);
    return status;
}

palpate_status palpate_index_run(palpate_index_summary *summary, const char *path,
        const char *const *sources, size_t source_count,
        const palpate_index_options *options, palpate_error *err)
{
    static const palpate_index_options DEFAULTS = { 0 };
    const palpate_index_options *given = options == NULL ? &DEFAULTS : options;
    palpate_view *deletes = calloc(given->delete_count + 1, sizeof *deletes);
    struct run_task task = { .sources = sources,
        .source_count = source_count,
        .deletes = deletes,
        .delete_count = given->delete_count,
        .keeps_others = given->keeps_others || given->delete_count > 0 };

    *summary = (palpate_index_summary){ 0 };
    if (deletes == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for addresses");
    for (size_t i = 0; i < given->delete_count; i++)
        deletes[i] = view_of(given->deletes[i]);
    palpate_status status = index_run(summary, path, &task, given, err);
    free(deletes);
    return status;
}
