#include "indexer/source/source.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/fail.h"
#include "core/file.h"
#include "core/items.h"
#include "core/view.h"
#include "indexer/source/id_set.h"
#include "indexer/source/page_rules.h"
#include "indexer/source/source_kind.h"
#include "indexer/source/source_root.h"
#include "indexer/source/source_sift.h"
#include "indexer/source/source_walk.h"
#include "indexer/source/stream.h"

struct source_list {
    struct source_files files; /* sorted; streams among them */
    struct source_root root;   /* from which paths start */
    struct page_rules rules;   /* which pages are taken */
    size_t next;
    struct stream *stream;           /* the one being read, or NULL */
    const struct source_page *pages; /* in memory, */
    size_t pages_left;               /* of which the last comes first */
    bool has_standard_input;
    bool keeps_others;    /* there are pages that are not in the list */
    bool has_streams;     /* there are or were some */
    bool is_broken;       /* who knows which pages of a stream could not be read */
    struct id_set hidden; /* known pages of streams that could not be read */
    struct id_set seen;   /* pages of streams */
    uint64_t page_count;
    bool follows_links;
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
    bool is_page = walk_is_page(id) || source_files_filter(files, id) != NULL;
    bool is_stream = !is_page && source_is_stream(absolute, status->st_mode);
    if (!is_page && !is_stream) {
        return refuse_source(err, source,
                "this is not a page: give .html, .htm, .xhtml, .ndjson or .warc files, "
                "these with .gz, or a folder");
    }
    if (!items_grow((void **)&files->items, &files->room, files->count,
                sizeof *files->items))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the list of sources");
    struct source_file file = source_file_about(files, id, status);
    file.is_stream = is_stream;
    files->items[files->count++] = file;
    return is_stream
                   ? PALPATE_OK
                   : source_root_take(&list->root, source, source_root_folder(id), err);
}

static palpate_status add_source(
        struct source_list *list, const char *source, palpate_error *err)
{
    char absolute[PATH_MAX];
    struct stat status;

    if (source_is_standard_input(source)) {
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
    return known == PALPATE_OK
                   ? walk_folder(&list->files, root, list->follows_links, err)
                   : known;
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
    list->follows_links = options->follow_links;
    palpate_status status =
            source_root_open(&list->root, &list->files.arena, options->root, err);
    if (status == PALPATE_OK)
        status = source_files_filters(&list->files, options, err);
    if (status == PALPATE_OK)
        status = page_rules_open(&list->rules, &list->files.arena, options, err);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++)
        status = add_source(list, sources[i], err);
    if (status != PALPATE_OK) {
        source_close(list);
        return status;
    }
    source_sift(&list->files, &list->root, &list->rules, report, user);
    for (size_t i = 0; i < list->files.count; i++)
        list->page_count += !list->files.items[i].is_stream;
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

palpate_view source_root_of(const struct source_list *list)
{
    return list->root.is_known ? list->root.folder : (palpate_view){ NULL, 0 };
}

const struct page_rules *source_rules(const struct source_list *list)
{
    return &list->rules;
}

void source_add_pages(
        struct source_list *list, const struct source_page *pages, size_t count)
{
    list->pages = pages;
    list->pages_left = count;
    list->has_streams |= count > 0;
}

void source_keep_others(struct source_list *list)
{
    list->keeps_others = true;
}

uint64_t source_file_count(const struct source_list *list)
{
    return list->page_count;
}

bool source_has_streams(const struct source_list *list)
{
    return list->has_standard_input || list->pages_left > 0 ||
           list->page_count < list->files.count;
}

uint64_t source_likely_size(const struct source_page *page)
{
    enum { DEFLATED = 5 /* times its size is a page, about */ };
    bool is_deflated = page->is_file && view_ends_with(page->id, PALPATE_VIEW(".gz"));

    return is_deflated ? page->size * DEFLATED : page->size;
}

bool source_may_hide(const struct source_list *list, palpate_view id)
{
    if (list->keeps_others || list->is_broken || id_set_has(&list->hidden, id))
        return true;
    for (size_t i = 0; i < list->files.trouble_count; i++) {
        palpate_view folder = list->files.troubles[i].path;
        if (list->files.troubles[i].kind == PALPATE_REPORT_FAILED &&
                view_starts_with(id, folder) && id.size > folder.size &&
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
        .filter = file->filter,
        .is_file = true };
    page_rules_note(page, file->listed);
}

/* A file that is not in the list: it must lie below the root, also by its links. */
static bool find_elsewhere(
        const struct source_list *list, palpate_view id, struct source_page *page)
{
    const struct source_root *root = &list->root;
    struct stat about;

    if (!list->keeps_others || !root->is_known || !source_root_holds(root, id) ||
            stat(id.data, &about) != 0)
        return false;
    struct source_file file = source_file_about(&list->files, id, &about);
    file.listed = page_rules_listed(&list->rules, source_root_path(root, id));
    take_file(list, page, &file);
    if (!list->follows_links)
        page->below = root->folder;
    return S_ISREG(about.st_mode);
}

bool source_file_of(
        const struct source_list *list, palpate_view id, struct source_page *page)
{
    const struct source_file *file = source_files_find(&list->files, id);

    if (file == NULL)
        return find_elsewhere(list, id, page);
    if (file->is_stream)
        return false;
    take_file(list, page, file);
    return true;
}

bool source_may_come(const struct source_list *list, palpate_view id)
{
    bool is_path = id.size > 0 && id.data[0] == '/';

    return source_may_hide(list, id) || (list->has_streams && !is_path) ||
           source_files_find(&list->files, id) != NULL;
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

/* Whether a page of a stream is taken: the rules let it pass. */
static bool is_taken(struct source_list *list, struct source_page *page)
{
    struct page_pass pass;
    bool is_in = page_rules_take_url(&list->rules, page->url, &pass);

    if (is_in)
        page_rules_note(page, pass.listed);
    else
        list->report(list->user, PALPATE_REPORT_EXCLUDED, page->url.data, pass.why);
    return is_in;
}

/* Of several pages of one url the first counts.  Without memory a repeated page is
   judged by its address, as any other. */
static void note_seen(struct source_list *list, struct source_page *page)
{
    bool is_new = true;

    (void)id_set_add(&list->seen, page->id, &is_new);
    page->is_repeated = !is_new;
}

static bool next_of_stream(
        struct source_list *list, struct arena *arena, struct source_page *page)
{
    do {
        if (!stream_next(list->stream, arena, page, report_break, list))
            return false;
    } while (!is_taken(list, page));
    note_seen(list, page);
    return true;
}

/* The next page in memory. */
static bool next_in_memory(struct source_list *list, struct source_page *page)
{
    do {
        if (list->pages_left == 0)
            return false;
        *page = list->pages[--list->pages_left];
    } while (!is_taken(list, page));
    note_seen(list, page);
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
            return next_in_memory(list, page);
    } while (!has_page);
    return true;
}
