#include "indexer/source/source_walk.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/buffer.h"
#include "core/fail.h"
#include "core/items.h"
#include "core/view.h"

static bool ends_with_any(palpate_view name, const palpate_view *endings, size_t count)
{
    if (view_ends_with(name, PALPATE_VIEW(".gz")))
        name.size -= 3;
    for (size_t i = 0; i < count; i++) {
        palpate_view end = view_slice(name,
                name.size > endings[i].size ? name.size - endings[i].size : 0,
                endings[i].size);
        if (view_equals_ignoring_case(end, endings[i]))
            return true;
    }
    return false;
}

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for the list of sources");
}

bool walk_is_page(palpate_view name)
{
    static const palpate_view ENDINGS[] = { PALPATE_VIEW_INIT(".html"),
        PALPATE_VIEW_INIT(".htm"), PALPATE_VIEW_INIT(".xhtml") };

    return ends_with_any(name, ENDINGS, sizeof ENDINGS / sizeof *ENDINGS);
}

bool walk_is_warc(palpate_view name)
{
    static const palpate_view ENDING = PALPATE_VIEW_INIT(".warc");

    return ends_with_any(name, &ENDING, 1);
}

bool walk_is_stream(palpate_view name)
{
    static const palpate_view ENDINGS[] = { PALPATE_VIEW_INIT(".ndjson"),
        PALPATE_VIEW_INIT(".jsonl") };

    return walk_is_warc(name) ||
           ends_with_any(name, ENDINGS, sizeof ENDINGS / sizeof *ENDINGS);
}

const char *source_files_filter(const struct source_files *files, palpate_view name)
{
    for (size_t i = 0; i < files->ending_count; i++) {
        palpate_view ending = view_of(files->endings[i]);
        if (ends_with_any(name, &ending, 1))
            return files->endings[i];
    }
    return NULL;
}

/* Whether the filters that were given say that files of an ending are not taken. */
static bool is_switched_off(const palpate_index_options *options, palpate_view ending)
{
    for (size_t i = 0; i < options->filter_count; i++) {
        palpate_view given = view_of(options->filters[i]);
        if (view_ends_with(given, PALPATE_VIEW("=")) &&
                view_equals(view_slice(given, 0, given.size - 1), ending))
            return true;
    }
    return false;
}

palpate_status source_files_filters(struct source_files *files,
        const palpate_index_options *options, palpate_error *err)
{
    size_t count = options->filter_count + options->usual_filter_count;

    files->endings = arena_zeroed(&files->arena, count + 1, sizeof *files->endings);
    if (files->endings == NULL)
        return no_memory(err);
    for (size_t i = 0; i < count; i++) {
        const char *ending =
                i < options->filter_count
                        ? options->filters[i]
                        : options->usual_filters[i - options->filter_count];
        palpate_view word = view_of(ending);
        if (word.size > 1 && !view_ends_with(word, PALPATE_VIEW("=")) &&
                !is_switched_off(options, word))
            files->endings[files->ending_count++] = ending;
    }
    return PALPATE_OK;
}

/* Folders still to be read: a list instead of recursion, however deep they lie. */
struct walk {
    struct source_files *files;
    bool follows_links; /* out of the folder, and to folders */
    palpate_view root;
    palpate_view *targets; /* folders that links led to */
    size_t target_count;
    size_t target_room;
    palpate_view *folders;
    size_t count;
    size_t room;
};

static palpate_status add_folder(
        struct walk *walk, palpate_view folder, palpate_error *err)
{
    if (!arena_grow(&walk->files->arena, (void **)&walk->folders, &walk->room,
                walk->count, sizeof *walk->folders))
        return no_memory(err);
    walk->folders[walk->count++] = folder;
    return PALPATE_OK;
}

struct source_file source_file_about(
        const struct source_files *files, palpate_view id, const struct stat *about)
{
    return (struct source_file){ .id = id,
        .size = (uint64_t)about->st_size,
        .modified = (uint64_t)about->st_mtim.tv_sec * 1000000000U +
                    (uint64_t)about->st_mtim.tv_nsec,
        .is_stream = walk_is_stream(id),
        .filter = source_files_filter(files, id) };
}

static palpate_status add_file(struct walk *walk, palpate_view path,
        const struct stat *status, palpate_error *err)
{
    struct source_files *files = walk->files;

    if (!items_grow((void **)&files->items, &files->room, files->count,
                sizeof *files->items))
        return no_memory(err);
    struct source_file file = source_file_about(files, path, status);
    if (!walk->follows_links)
        file.below = walk->root;
    files->items[files->count++] = file;
    return PALPATE_OK;
}

static palpate_view join_path(
        struct arena *arena, palpate_view folder, palpate_view name)
{
    struct buffer path = { 0 };

    buffer_append(&path, folder);
    buffer_append_byte(&path, '/');
    buffer_append(&path, name);
    palpate_view copy = path.failed ? (palpate_view){ NULL, 0 }
                                    : arena_copy(arena, buffer_view(&path));
    buffer_free(&path);
    return copy;
}

static palpate_status add_trouble(struct walk *walk, palpate_report_kind kind,
        palpate_view path, const char *why, palpate_error *err)
{
    struct source_files *files = walk->files;

    if (why == NULL ||
            !arena_grow(&files->arena, (void **)&files->troubles, &files->trouble_room,
                    files->trouble_count, sizeof *files->troubles))
        return no_memory(err);
    files->troubles[files->trouble_count++] =
            (struct source_trouble){ kind, path, why };
    return PALPATE_OK;
}

static palpate_status note_unreadable(
        struct walk *walk, palpate_view folder, palpate_error *err)
{
    char why[256];

    (void)snprintf(why, sizeof why,
            "cannot read this folder: %s: its pages stay in the index as they are",
            strerror(errno));
    return add_trouble(walk, PALPATE_REPORT_FAILED, folder,
            arena_copy(&walk->files->arena, view_of(why)).data, err);
}

static bool is_below(palpate_view path, palpate_view folder)
{
    return view_starts_with(path, folder) &&
           (folder.size <= 1 || path.size == folder.size ||
                   path.data[folder.size] == '/');
}

/* A folder that a link leads to is walked once, and not where it is walked anyway:
   links may lead round in a circle. */
static palpate_status follow_to_folder(
        struct walk *walk, palpate_view path, const char *real, palpate_error *err)
{
    palpate_view target = view_of(real);
    bool is_known = is_below(target, walk->root);

    for (size_t i = 0; !is_known && i < walk->target_count; i++)
        is_known = is_below(target, walk->targets[i]);
    if (is_known)
        return PALPATE_OK;
    if (!arena_grow(&walk->files->arena, (void **)&walk->targets, &walk->target_room,
                walk->target_count, sizeof *walk->targets))
        return no_memory(err);
    walk->targets[walk->target_count] = arena_copy(&walk->files->arena, target);
    if (walk->targets[walk->target_count++].data == NULL)
        return no_memory(err);
    return add_folder(walk, path, err);
}

/* Takes what a link leads to, or leaves it out and says so. */
static palpate_status take_link(
        struct walk *walk, palpate_view path, palpate_error *err)
{
    char real[PATH_MAX];
    struct stat status;
    bool is_named = walk_is_page(path) || walk_is_stream(path);

    if (realpath(path.data, real) == NULL || stat(real, &status) != 0) {
        return is_named ? add_trouble(walk, PALPATE_REPORT_LINK, path,
                                  "left out: this link leads nowhere", err)
                        : PALPATE_OK;
    }
    if (!S_ISDIR(status.st_mode) && !is_named)
        return PALPATE_OK;
    if (!walk->follows_links && !is_below(view_of(real), walk->root)) {
        return add_trouble(walk, PALPATE_REPORT_LINK, path,
                "left out: this link leads out of the folder (--follow-links takes "
                "it)",
                err);
    }
    if (S_ISDIR(status.st_mode))
        return walk->follows_links ? follow_to_folder(walk, path, real, err)
                                   : PALPATE_OK;
    return S_ISREG(status.st_mode) ? add_file(walk, path, &status, err) : PALPATE_OK;
}

static bool is_taken(const struct source_files *files, palpate_view name)
{
    return walk_is_page(name) || walk_is_stream(name) ||
           source_files_filter(files, name) != NULL;
}

static palpate_status take_entry(
        struct walk *walk, palpate_view folder, const char *name, palpate_error *err)
{
    struct stat status;
    palpate_view entry = view_of(name);

    if (name[0] == '.')
        return PALPATE_OK; /* "." and "..", and what is hidden */
    palpate_view path = join_path(&walk->files->arena, folder, entry);
    if (path.data == NULL)
        return no_memory(err);
    if (lstat(path.data, &status) != 0)
        return PALPATE_OK; /* gone since the folder was read */
    if (S_ISDIR(status.st_mode))
        return add_folder(walk, path, err);
    if (S_ISLNK(status.st_mode))
        return take_link(walk, path, err);
    if (S_ISREG(status.st_mode) && is_taken(walk->files, entry))
        return add_file(walk, path, &status, err);
    return PALPATE_OK;
}

palpate_status walk_folder(struct source_files *files, palpate_view root,
        bool follows_links, palpate_error *err)
{
    struct walk walk = { .files = files, .follows_links = follows_links, .root = root };
    palpate_status status = add_folder(&walk, root, err);

    while (status == PALPATE_OK && walk.count > 0) {
        palpate_view folder = walk.folders[--walk.count];
        DIR *open = opendir(folder.data);
        if (open == NULL) {
            status = note_unreadable(&walk, folder, err);
            continue;
        }
        for (struct dirent *entry;
                status == PALPATE_OK && (entry = readdir(open)) != NULL;)
            status = take_entry(&walk, folder, entry->d_name, err);
        (void)closedir(open);
    }
    return status;
}
