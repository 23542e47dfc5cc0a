#include "indexer/run.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/printable.h"
#include "core/view.h"
#include "indexer/explain.h"
#include "indexer/extract_json.h"
#include "indexer/live.h"

static void count_outcome(palpate_index_summary *summary, enum page_outcome outcome)
{
    summary->lost += outcome == OUTCOME_EMPTY || outcome == OUTCOME_DUPLICATE;
    switch (outcome) {
    case OUTCOME_NOINDEX: summary->noindex++; break;
    case OUTCOME_EMPTY: summary->empty++; break;
    case OUTCOME_NO_ARTICLE: summary->no_article++; break;
    case OUTCOME_FOLDED:
    case OUTCOME_DUPLICATE: summary->duplicate++; break;
    case OUTCOME_FAILED: summary->failed++; break;
    case OUTCOME_INDEXED: break;
    }
}

static const palpate_report_kind KIND_OF[] = {
    [OUTCOME_INDEXED] = PALPATE_REPORT_FAILED,
    [OUTCOME_NOINDEX] = PALPATE_REPORT_NOINDEX,
    [OUTCOME_EMPTY] = PALPATE_REPORT_EMPTY,
    [OUTCOME_DUPLICATE] = PALPATE_REPORT_DUPLICATE,
    [OUTCOME_FAILED] = PALPATE_REPORT_FAILED,
    [OUTCOME_FOLDED] = PALPATE_REPORT_DUPLICATE,
    [OUTCOME_NO_ARTICLE] = PALPATE_REPORT_NO_ARTICLE,
};

static void tell(
        struct run *run, palpate_report_kind kind, palpate_view source, const char *why)
{
    char name[4 * PATH_MAX];
    char message[1024];

    if (run->options->report == NULL)
        return;
    (void)snprintf(name, sizeof name, "%.*s", (int)view_slice(source, 0, PATH_MAX).size,
            source.data);
    (void)snprintf(message, sizeof message, "%s", why);
    printable_make(name, sizeof name);
    printable_make(message, sizeof message);
    run->options->report(run->options->user, kind, name, message);
}

void run_note(struct run *run, const char *what)
{
    (void)pthread_mutex_lock(&run->lock);
    tell(run, PALPATE_REPORT_NOTE, view_of(run->generation.root), what);
    (void)pthread_mutex_unlock(&run->lock);
}

void run_report(struct run *run, const struct source_page *source,
        const struct catalog_entry *entry, const char *why)
{
    (void)pthread_mutex_lock(&run->lock);
    count_outcome(run->summary, entry->outcome);
    tell(run, KIND_OF[entry->outcome], source->name,
            why == NULL ? "cannot be read" : why);
    (void)pthread_mutex_unlock(&run->lock);
}

void run_remark(struct run *run, palpate_view source, const char *note)
{
    (void)pthread_mutex_lock(&run->lock);
    tell(run, PALPATE_REPORT_NOTE, source, note);
    (void)pthread_mutex_unlock(&run->lock);
}

void run_step(struct run *run)
{
    bool is_known = !source_has_streams(run->sources);

    (void)pthread_mutex_lock(&run->lock);
    run->done++;
    if (run->options->progress != NULL)
        run->options->progress(run->options->user, run->done,
                is_known ? source_file_count(run->sources) : 0);
    (void)pthread_mutex_unlock(&run->lock);
}

bool run_should_stop(struct run *run)
{
    if (run->options->should_stop == NULL)
        return false;

    (void)pthread_mutex_lock(&run->lock);
    bool stop = run->options->should_stop(run->options->user);
    (void)pthread_mutex_unlock(&run->lock);
    return stop;
}

palpate_status run_guard(const struct run *run, palpate_error *err)
{
    uint64_t before = catalog_count_before(&run->catalog);
    uint64_t lost = catalog_count_lost(&run->catalog);

    if (run->options->allow_delete || lost * 3 <= before)
        return PALPATE_OK;
    return fail(err, PALPATE_REFUSED,
            "this would remove %llu of %llu pages from the index: nothing was changed; "
            "check the sources, or say --allow-delete",
            (unsigned long long)lost, (unsigned long long)before);
}

static palpate_status run_locked(struct run *run, palpate_error *err)
{
    palpate_status status = live_read(run, err);

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
                "nothing was changed; say --read-only again, or --rebuild",
                run->generation.root);
    } else if (run->options->dry_run || (run->is_ours && !run->options->rebuild)) {
        status = update_live(run, err);
    } else {
        status = build_all(run, err);
    }
    run->summary->index_bytes = generation_bytes(&run->generation);
    return status;
}

static void report_source(
        void *user, palpate_report_kind kind, const char *source, const char *message)
{
    struct run *run = user;

    (void)pthread_mutex_lock(&run->lock);
    *(kind == PALPATE_REPORT_LINK ? &run->summary->links : &run->summary->failed) += 1;
    tell(run, kind, view_of(source), message);
    (void)pthread_mutex_unlock(&run->lock);
}

/* A dry run does not even make the folder. */
static palpate_status open_index(struct run *run, const char *path, palpate_error *err)
{
    if (run->options->dry_run && access(path, F_OK) != 0)
        return PALPATE_OK;
    palpate_status status = generation_open(&run->generation, path, err);
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

palpate_status palpate_index_run(palpate_index_summary *summary, const char *path,
        const char *const *sources, size_t source_count,
        const palpate_index_options *options, palpate_error *err)
{
    static const palpate_index_options DEFAULTS = { 0 };
    struct run run = { .settings = options == NULL ? DEFAULTS : *options,
        .summary = summary,
        .generation = { .lock = -1 } };

    run.options = &run.settings;
    *summary = (palpate_index_summary){ 0 };
    tree_library_init();
    (void)pthread_mutex_init(&run.lock, NULL);
    palpate_status status = source_open(
            &run.sources, sources, source_count, run.options, report_source, &run, err);
    if (status == PALPATE_OK && source_file_count(run.sources) == 0 &&
            !source_has_streams(run.sources))
        status = fail(err, PALPATE_REFUSED,
                "no page among the sources: nothing was changed; check the paths");
    if (status == PALPATE_OK)
        status = open_index(&run, path, err);
    if (status == PALPATE_OK)
        status = say_where(run_locked(&run, err), path, err);
    generation_close(&run.generation);
    xc_free(run.base_url);
    catalog_free(&run.catalog);
    chorus_free(&run.chorus);
    source_close(run.sources);
    (void)pthread_mutex_destroy(&run.lock);
    return status;
}

/* The name of a page's file up to its first point, or its url. */
static palpate_view extract_id(const struct source_page *source)
{
    palpate_view id = source->id;

    if (!source->is_file)
        return id;
    const char *slash = memrchr(id.data, '/', id.size);
    if (slash != NULL)
        id = view_slice(id, (size_t)(slash - id.data) + 1, id.size);
    return view_slice(id, 0, view_find(id, PALPATE_VIEW(".")));
}

static palpate_status extract_page(struct run *run, struct page_reader *reader,
        struct source_page *source, struct buffer *line, palpate_error *err)
{
    struct page page = { .why = NULL };
    palpate_error inner = { 0 };
    const enum palpate_explain form = run->options->explain;
    const struct page_origin origin = page_origin_of(source, reader->chorus);
    palpate_status status = page_load(&page.entry, reader, source, &inner);

    if (status == PALPATE_OK && form != PALPATE_EXPLAIN_NOTHING)
        status = explain_page(line, form, source->name, source->bytes, &origin,
                &reader->arena, &inner);
    else if (status == PALPATE_OK)
        status = page_read(&page, reader, source, &inner);
    if (status == PALPATE_BAD_INPUT || page.why == inner.message) {
        run_report(run, source, &page.entry, inner.message);
        return PALPATE_OK;
    }
    if (status != PALPATE_OK)
        return fail(err, status, "%s", inner.message);
    if (form != PALPATE_EXPLAIN_NOTHING)
        return PALPATE_OK;
    return extract_json(line, extract_id(source), page.url, &page.article, err);
}

/* Learns what the first files share, as an index does; pages of streams are read but
   once. */
static palpate_status learn_files(
        struct run *run, struct page_reader *reader, palpate_error *err)
{
    enum { ENOUGH = 256 };
    struct chorus_learner learner = { .pages = 0 };
    struct source_page source;
    size_t place = 0;
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < ENOUGH && !run_should_stop(run) &&
                         source_file_at(run->sources, &place, &source);
            i++) {
        struct arena kept = { 0 };
        struct chorus_voice voice;
        status = page_hear(&voice, &kept, reader, &source, err);
        if (status == PALPATE_OK)
            chorus_listen(&learner, &voice);
        arena_free(&kept);
    }
    palpate_status learnt = chorus_learn(&run->chorus, &learner, err);
    return status == PALPATE_OK ? learnt : status;
}

palpate_status palpate_extract(const char *const *sources, size_t source_count,
        const palpate_index_options *options, palpate_extract_sink *sink, void *user,
        palpate_error *err)
{
    static const palpate_index_options DEFAULTS = { 0 };
    palpate_index_summary summary = { 0 };
    struct run run = { .options = options == NULL ? &DEFAULTS : options,
        .summary = &summary };
    struct page_reader reader = {
        .options = run.options, .chorus = &run.chorus, .is_extracting = true
    };
    struct source_page source;
    struct buffer line = { 0 };

    tree_library_init();
    (void)pthread_mutex_init(&run.lock, NULL);
    palpate_status status = source_open(
            &run.sources, sources, source_count, run.options, report_source, &run, err);
    if (status == PALPATE_OK && run.options->explain != PALPATE_EXPLAIN_NOTHING)
        status = learn_files(&run, &reader, err);
    explain_begin(&line, run.options->explain);
    while (status == PALPATE_OK && !run_should_stop(&run)) {
        arena_clear(&reader.arena);
        if (!source_next(run.sources, &reader.arena, &source))
            break;
        status = extract_page(&run, &reader, &source, &line, err);
        if (status == PALPATE_OK && line.size > 0)
            status = sink(user, buffer_view(&line), err);
        buffer_clear(&line);
    }
    explain_end(&line, run.options->explain);
    if (status == PALPATE_OK && line.size > 0)
        status = sink(user, buffer_view(&line), err);
    buffer_free(&line);
    page_reader_free(&reader);
    chorus_free(&run.chorus);
    source_close(run.sources);
    (void)pthread_mutex_destroy(&run.lock);
    return status;
}
