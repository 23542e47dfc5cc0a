#include <palpate/indexer.h>
#include <string.h>

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/article/explain.h"
#include "indexer/article/extract_json.h"
#include "indexer/html/tree.h"
#include "indexer/run/convert.h"
#include "indexer/run/run.h"
#include "indexer/source/id_set.h"

/* The name of a page's file up to its first point, or its url. */
static palpate_view short_id(const struct source_page *source)
{
    palpate_view id = source->id;

    if (!source->is_file)
        return id;
    const char *slash = memrchr(id.data, '/', id.size);
    if (slash != NULL)
        id = view_slice(id, (size_t)(slash - id.data) + 1, id.size);
    return view_slice(id, 0, view_find(id, PALPATE_VIEW(".")));
}

/* An id that no line before has: the short one, or the path of the file, or with a
   number after it.  data is NULL where memory is out. */
static palpate_view extract_id(
        struct id_set *used, struct arena *arena, const struct source_page *source)
{
    const palpate_view none = { NULL, 0 };
    palpate_view id = short_id(source);
    bool is_new = false;

    if (!id_set_add(used, id, &is_new))
        return none;
    if (is_new)
        return id;
    id = source->is_file ? source->path : id;
    if (source->is_file && !id_set_add(used, id, &is_new))
        return none;
    for (unsigned number = 2; !is_new; number++) {
        struct buffer text = { 0 };
        buffer_append(&text, source->is_file ? source->path : source->id);
        buffer_append_format(&text, "#%u", number);
        id = arena_copy(arena, buffer_view(&text));
        bool is_added =
                !text.failed && id.data != NULL && id_set_add(used, id, &is_new);
        buffer_free(&text);
        if (!is_added)
            return none;
    }
    return id;
}

static palpate_status extract_page(struct run *run, struct page_reader *reader,
        struct id_set *used, struct source_page *source, struct buffer *line,
        palpate_error *err)
{
    struct page page = { .why = NULL };
    palpate_error inner = { 0 };
    const enum palpate_explain form = run->options->explain;
    const struct page_origin origin = page_origin_of(source, reader);
    palpate_status status = page_load(&page.entry, reader, source, &inner);

    if (status == PALPATE_OK && form != PALPATE_EXPLAIN_NOTHING)
        status = convert_page(source, &reader->html, run->options, &inner);
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
    const struct extract_origin line_origin = {
        extract_id(used, &reader->arena, source), page.url, source->file
    };
    if (line_origin.id.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the ids of pages");
    return extract_json(line, &line_origin, &page.article, err);
}

/* Learns what the first files share, as an index does; pages of streams are read but
   once. */
static palpate_status learn_files(
        struct run *run, struct page_reader *reader, palpate_error *err)
{
    enum { ENOUGH = 256 };
    struct shared_blocks_learner learner = { .pages = 0 };
    struct source_page source;
    size_t place = 0;
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < ENOUGH && !run_should_stop(run) &&
                         source_file_at(run->sources, &place, &source);
            i++) {
        struct arena kept = { 0 };
        struct block_hashes hashes;
        status = page_block_hashes(&hashes, NULL, &kept, reader, &source, err);
        if (status == PALPATE_OK)
            shared_blocks_add(&learner, &hashes);
        arena_free(&kept);
    }
    palpate_status learnt = shared_blocks_learn(&run->shared, &learner, err);
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
    struct page_reader reader = { .options = run.options,
        .shared = &run.shared,
        .selectors = &run.selectors,
        .is_extracting = true };
    struct source_page source;
    struct buffer line = { 0 };
    struct id_set used = { .ids = NULL };

    tree_library_init();
    (void)pthread_mutex_init(&run.lock, NULL);
    palpate_status status = source_open(&run.sources, sources, source_count,
            run.options, run_report_source, &run, err);
    if (status == PALPATE_OK)
        status =
                selectors_open(&run.selectors, &run.remembered.arena, run.options, err);
    if (status == PALPATE_OK && run.options->explain != PALPATE_EXPLAIN_NOTHING)
        status = learn_files(&run, &reader, err);
    explain_begin(&line, run.options->explain);
    while (status == PALPATE_OK && !run_should_stop(&run)) {
        arena_clear(&reader.arena);
        if (!source_next(run.sources, &reader.arena, &source))
            break;
        status = extract_page(&run, &reader, &used, &source, &line, err);
        if (status == PALPATE_OK && line.size > 0)
            status = sink(user, buffer_view(&line), err);
        buffer_clear(&line);
    }
    explain_end(&line, run.options->explain);
    if (status == PALPATE_OK && line.size > 0)
        status = sink(user, buffer_view(&line), err);
    buffer_free(&line);
    id_set_free(&used);
    page_reader_free(&reader);
    shared_blocks_free(&run.shared);
    source_close(run.sources);
    remembered_free(&run.remembered);
    (void)pthread_mutex_destroy(&run.lock);
    return status;
}
