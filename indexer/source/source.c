#include "indexer/source/source.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/file.h"
#include "core/items.h"
#include "core/view.h"
#include "indexer/source/id_set.h"
#include "indexer/source/source_root.h"
#include "indexer/source/source_walk.h"
#include "indexer/source/stream.h"

struct source_list {
    struct source_files files; /* sorted; streams among them */
    struct source_root root;   /* from which paths start */
    size_t next;
    struct stream *stream; /* the one being read, or NULL */
    bool has_standard_input;
    bool has_streams;     /* there are or were some */
    bool is_broken;       /* who knows which pages of a stream could not be read */
    struct id_set hidden; /* known pages of streams that could not be read */
    struct id_set seen;   /* pages of streams */
    uint64_t page_count;
    struct walk_manner manner;
    source_report *report;
    void *user;
};

static palpate_status refuse_source(
        palpate_error *err, const char *source, const char *why)
{
    return fail(err, PALPATE_REFUSED, "%s: %s: nothing was changed", source, why);
}

/* A source that is one file. */
static palpate_status add_file(struct source_list *list, const char *source,
        const char *absolute, const struct stat *status, palpate_error *err)
{
    struct source_files *files = &list->files;
    palpate_view id = arena_copy(&files->arena, view_of(absolute));

    if (id.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the list of sources");
    bool is_stream = walk_is_stream(id);
    if (!walk_is_page(id) && !is_stream && S_ISREG(status->st_mode))
        is_stream = stream_is_warc(absolute);
    if (!walk_is_page(id) && !is_stream) {
        return refuse_source(err, source,
                "this is not a page: give .html, .htm, .xhtml, .ndjson or .warc files, "
                "these with .gz, or a folder");
    }
    if (!items_grow((void **)&files->items, &files->room, files->count,
                sizeof *files->items))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the list of sources");
    files->items[files->count++] = (struct source_file){ .id = id,
        .size = (uint64_t)status->st_size,
        .modified = (uint64_t)status->st_mtim.tv_sec * 1000000000U +
                    (uint64_t)status->st_mtim.tv_nsec,
        .is_stream = is_stream };
    return is_stream
                   ? PALPATE_OK
                   : source_root_take(&list->root, source, source_root_folder(id), err);
}

/* Whether the source is standard input, by its name or by that of its device where that
   is no file. */
static bool is_standard_input(const char *source)
{
    struct stat status;
    bool is_device = strcmp(source, "/dev/stdin") == 0 ||
                     strcmp(source, "/dev/fd/0") == 0 ||
                     strcmp(source, "/proc/self/fd/0") == 0;

    return strcmp(source, "-") == 0 ||
           (is_device && fstat(STDIN_FILENO, &status) == 0 &&
                   !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode));
}

static palpate_status add_source(
        struct source_list *list, const char *source, palpate_error *err)
{
    char absolute[PATH_MAX];
    struct stat status;

    if (is_standard_input(source)) {
        list->has_standard_input = true;
        return PALPATE_OK;
    }
    if (stat(source, &status) == 0 && !S_ISDIR(status.st_mode) &&
            !S_ISREG(status.st_mode)) {
        return fail(err, PALPATE_REFUSED,
                "%s: this is not a file, but %s: nothing was changed; give - for "
                "standard "
                "input",
                source, file_kind(status.st_mode));
    }
    if (realpath(source, absolute) == NULL || stat(absolute, &status) != 0)
        return refuse_source(err, source, strerror(errno));
    if (!S_ISDIR(status.st_mode))
        return add_file(list, source, absolute, &status, err);
    palpate_view root = arena_copy(&list->files.arena, view_of(absolute));
    if (root.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the list of sources");
    palpate_status known = source_root_take(&list->root, source, root, err);
    return known == PALPATE_OK ? walk_folder(&list->files, root, &list->manner, err)
                               : known;
}

static int by_id(const void *left, const void *right)
{
    const struct source_file *a = left;
    const struct source_file *b = right;

    return view_compare(a->id, b->id);
}

/* The same file given twice is one file. */
static void sort_files(struct source_list *list)
{
    struct source_files *files = &list->files;
    size_t kept = 0;

    if (files->count > 1)
        qsort(files->items, files->count, sizeof *files->items, by_id);
    for (size_t i = 0; i < files->count; i++)
        if (kept == 0 || !view_equals(files->items[kept - 1].id, files->items[i].id))
            files->items[kept++] = files->items[i];
    files->count = kept;
    for (size_t i = 0; i < files->count; i++)
        list->page_count += !files->items[i].is_stream;
}

palpate_status source_open(struct source_list **out, const char *const *sources,
        size_t count, const palpate_index_options *options, source_report *report,
        void *user, palpate_error *err)
{
    struct source_list *list = calloc(1, sizeof *list);

    *out = NULL;
    if (list == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the list of sources");
    list->report = report;
    list->user = user;
    list->manner = (struct walk_manner){ options->follow_links, report, user };
    palpate_status status =
            source_root_open(&list->root, &list->files.arena, options->root, err);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++)
        status = add_source(list, sources[i], err);
    if (status != PALPATE_OK) {
        source_close(list);
        return status;
    }
    sort_files(list);
    list->has_streams = source_has_streams(list);
    *out = list;
    return PALPATE_OK;
}

void source_close(struct source_list *list)
{
    if (list == NULL)
        return;
    stream_close(list->stream);
    id_set_free(&list->hidden);
    id_set_free(&list->seen);
    free(list->files.items);
    arena_free(&list->files.arena);
    free(list);
}

uint64_t source_file_count(const struct source_list *list)
{
    return list->page_count;
}

bool source_has_streams(const struct source_list *list)
{
    return list->has_standard_input || list->page_count < list->files.count;
}

uint64_t source_likely_size(const struct source_page *page)
{
    enum { DEFLATED = 5 /* times its size is a page, about */ };
    bool is_deflated = page->is_file && view_ends_with(page->id, PALPATE_VIEW(".gz"));

    return is_deflated ? page->size * DEFLATED : page->size;
}

bool source_may_hide(const struct source_list *list, palpate_view id)
{
    if (list->is_broken || id_set_has(&list->hidden, id))
        return true;
    for (size_t i = 0; i < list->files.unreadable_count; i++) {
        palpate_view folder = list->files.unreadable[i];
        if (view_starts_with(id, folder) && id.size > folder.size &&
                id.data[folder.size] == '/')
            return true;
    }
    return false;
}

static void take_file(const struct source_list *list, struct source_page *page,
        const struct source_file *file)
{
    *page = (struct source_page){ .id = file->id,
        .name = file->id,
        .file = file->id,
        .below = file->below,
        .path = source_root_path(&list->root, file->id),
        .size = file->size,
        .modified = file->modified,
        .is_file = true };
}

static const struct source_file *find_file(
        const struct source_list *list, palpate_view id)
{
    const struct source_file wanted = { .id = id };

    return list->files.count == 0 ? NULL
                                  : bsearch(&wanted, list->files.items,
                                            list->files.count, sizeof wanted, by_id);
}

bool source_file_of(
        const struct source_list *list, palpate_view id, struct source_page *page)
{
    const struct source_file *file = find_file(list, id);

    if (file == NULL || file->is_stream)
        return false;
    take_file(list, page, file);
    return true;
}

bool source_may_come(const struct source_list *list, palpate_view id)
{
    bool is_path = id.size > 0 && id.data[0] == '/';

    return source_may_hide(list, id) || (list->has_streams && !is_path) ||
           find_file(list, id) != NULL;
}

bool source_file_at(
        const struct source_list *list, size_t *place, struct source_page *page)
{
    while (*place < list->files.count) {
        const struct source_file *file = &list->files.items[(*place)++];
        if (file->is_stream)
            continue;
        take_file(list, page, file);
        return true;
    }
    return false;
}

uint64_t source_file_bytes(const struct source_list *list)
{
    struct source_page page;
    uint64_t bytes = 0;

    for (size_t place = 0; source_file_at(list, &place, &page);)
        bytes += source_likely_size(&page);
    return bytes;
}

/* What stood in a broken place is unknown, not gone. */
static void report_break(
        void *user, const char *source, palpate_view id, const char *message)
{
    struct source_list *list = user;
    bool is_new = false;

    if (id.size == 0 || !id_set_add(&list->hidden, id, &is_new))
        list->is_broken = true;
    list->report(list->user, PALPATE_REPORT_FAILED, source, message);
}

/* Opens the stream that comes next; a file that cannot be opened is reported. */
static bool open_stream(struct source_list *list, const char *path, palpate_view below)
{
    palpate_error err;

    if (stream_open(&list->stream, path, below, &err) == PALPATE_OK)
        return true;
    report_break(
            list, path == NULL ? "-" : path, (palpate_view){ NULL, 0 }, err.message);
    return false;
}

/* Opens the next stream or takes the next file; `*has_page` says which.  False at the
 * end. */
static bool go_on(struct source_list *list, struct source_page *page, bool *has_page)
{
    *has_page = false;
    if (list->next < list->files.count) {
        const struct source_file *file = &list->files.items[list->next++];
        *has_page = !file->is_stream;
        if (file->is_stream)
            (void)open_stream(list, file->id.data, file->below);
        else
            take_file(list, page, file);
        return true;
    }
    if (!list->has_standard_input)
        return false;
    list->has_standard_input = false;
    (void)open_stream(list, NULL, (palpate_view){ NULL, 0 });
    return true;
}

/* The next page of the stream at hand; of several of one url the first counts. */
static bool next_of_stream(
        struct source_list *list, struct arena *arena, struct source_page *page)
{
    bool is_new = true;

    if (!stream_next(list->stream, arena, page, report_break, list))
        return false;
    /* Without memory a repeated page is judged by its address, as any other. */
    (void)id_set_add(&list->seen, page->id, &is_new);
    page->is_repeated = !is_new;
    return true;
}

bool source_next(
        struct source_list *list, struct arena *arena, struct source_page *page)
{
    bool has_page = false;

    do {
        if (list->stream != NULL) {
            if (next_of_stream(list, arena, page))
                return true;
            stream_close(list->stream);
            list->stream = NULL;
        }
        if (!go_on(list, page, &has_page))
            return false;
    } while (!has_page);
    return true;
}
