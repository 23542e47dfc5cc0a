#include <palpate/writer.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/fail.h"
#include "core/items.h"
#include "core/view.h"
#include "core/web_address.h"
#include "indexer/run/index_run.h"

struct palpate_index_writer {
    char *path;
    palpate_index_options options;
    struct arena arena; /* of what pages and addresses say */
    struct source_page *pages;
    size_t page_count;
    size_t page_room;
    palpate_view *deletes;
    size_t delete_count;
    size_t delete_room;
};

palpate_status palpate_index_open(palpate_index_writer **out, const char *path,
        const palpate_index_options *options, palpate_error *err)
{
    static const palpate_index_options DEFAULTS = { 0 };
    palpate_index_writer *writer = calloc(1, sizeof *writer);

    *out = NULL;
    if (writer == NULL || (writer->path = strdup(path)) == NULL) {
        free(writer);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a writer");
    }
    writer->options = options == NULL ? DEFAULTS : *options;
    if (writer->options.rebuild || writer->options.read_only ||
            writer->options.delete_count > 0) {
        palpate_index_close(writer);
        return fail(err, PALPATE_BAD_ARGUMENT,
                "a writer adds pages to an index: it does not build it anew");
    }
    *out = writer;
    return PALPATE_OK;
}

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for pages");
}

palpate_status palpate_index_page(palpate_index_writer *writer, palpate_view url,
        palpate_view html, palpate_error *err)
{
    if (!is_web_path(url))
        return fail(err, PALPATE_BAD_ARGUMENT,
                "%.*s: this is not an http or https address, or the path of one",
                (int)view_slice(url, 0, 200).size, url.data == NULL ? "" : url.data);
    palpate_view address = arena_copy(&writer->arena, url);
    palpate_view bytes = arena_copy(&writer->arena, html);
    if (address.data == NULL || bytes.data == NULL ||
            !items_grow((void **)&writer->pages, &writer->page_room, writer->page_count,
                    sizeof *writer->pages))
        return no_memory(err);
    writer->pages[writer->page_count++] = (struct source_page){ .id = address,
        .name = address,
        .path = address,
        .url = address,
        .file = PALPATE_VIEW("-"),
        .bytes = bytes,
        .size = bytes.size };
    return PALPATE_OK;
}

palpate_status palpate_index_delete(
        palpate_index_writer *writer, palpate_view url, palpate_error *err)
{
    palpate_view address = arena_copy(&writer->arena, url);
    size_t kept = 0;

    if (address.data == NULL ||
            !items_grow((void **)&writer->deletes, &writer->delete_room,
                    writer->delete_count, sizeof *writer->deletes))
        return no_memory(err);
    writer->deletes[writer->delete_count++] = address;
    for (size_t i = 0; i < writer->page_count; i++)
        if (!view_equals(writer->pages[i].url, address))
            writer->pages[kept++] = writer->pages[i];
    writer->page_count = kept;
    return PALPATE_OK;
}

palpate_status palpate_index_commit(palpate_index_summary *summary,
        palpate_index_writer *writer, palpate_error *err)
{
    const struct run_task task = { .pages = writer->pages,
        .page_count = writer->page_count,
        .deletes = writer->deletes,
        .delete_count = writer->delete_count,
        .keeps_others = true };

    *summary = (palpate_index_summary){ 0 };
    if (task.page_count + task.delete_count == 0)
        return PALPATE_OK;
    palpate_status status =
            index_run(summary, writer->path, &task, &writer->options, err);
    if (status == PALPATE_OK && !writer->options.dry_run) {
        writer->page_count = 0;
        writer->delete_count = 0;
        arena_clear(&writer->arena);
    }
    return status;
}

void palpate_index_close(palpate_index_writer *writer)
{
    if (writer == NULL)
        return;
    arena_free(&writer->arena);
    free(writer->pages);
    free(writer->deletes);
    free(writer->path);
    free(writer);
}
