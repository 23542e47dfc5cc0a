#include "indexer/run/run.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "core/fail.h"
#include "core/printable.h"
#include "core/view.h"

palpate_view run_curation(const struct run *run)
{
    if (run->options->curation == NULL)
        return (palpate_view){ NULL, 0 };
    return run->curation.size > 0 ? buffer_view(&run->curation)
                                  : (palpate_view){ "", 0 };
}

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

static void report_page(
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
    report_page(run, PALPATE_REPORT_NOTE, view_of(run->generation.root), what);
    (void)pthread_mutex_unlock(&run->lock);
}

void run_report(struct run *run, const struct source_page *source,
        const struct catalog_entry *entry, const char *why)
{
    (void)pthread_mutex_lock(&run->lock);
    count_outcome(run->summary, entry->outcome);
    report_page(run, KIND_OF[entry->outcome], source->name,
            why == NULL ? "cannot be read" : why);
    (void)pthread_mutex_unlock(&run->lock);
}

void run_remark(struct run *run, palpate_view source, const char *note)
{
    (void)pthread_mutex_lock(&run->lock);
    report_page(run, PALPATE_REPORT_NOTE, source, note);
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
            "check the sources, or give --allow-delete",
            (unsigned long long)lost, (unsigned long long)before);
}

void run_report_source(
        void *user, palpate_report_kind kind, const char *source, const char *message)
{
    struct run *run = user;

    (void)pthread_mutex_lock(&run->lock);
    *(kind == PALPATE_REPORT_LINK             ? &run->summary->links
            : kind == PALPATE_REPORT_EXCLUDED ? &run->summary->excluded
                                              : &run->summary->failed) += 1;
    report_page(run, kind, view_of(source), message);
    (void)pthread_mutex_unlock(&run->lock);
}
