#include "indexer/source_walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

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

/* Folders still to be read: a list instead of recursion, however deep they lie. */
struct walk {
    struct source_files *files;
    palpate_view *folders;
    size_t count;
    size_t room;
};

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for the list of sources");
}

static palpate_status add_folder(
        struct walk *walk, palpate_view folder, palpate_error *err)
{
    if (!arena_grow(&walk->files->arena, (void **)&walk->folders, &walk->room,
                walk->count, sizeof *walk->folders))
        return no_memory(err);
    walk->folders[walk->count++] = folder;
    return PALPATE_OK;
}

static palpate_status add_file(struct walk *walk, palpate_view path,
        const struct stat *status, palpate_error *err)
{
    struct source_files *files = walk->files;

    if (!items_grow((void **)&files->items, &files->room, files->count,
                sizeof *files->items))
        return no_memory(err);
    files->items[files->count++] = (struct source_file){ .id = path,
        .size = (uint64_t)status->st_size,
        .modified = (uint64_t)status->st_mtim.tv_sec * 1000000000U +
                    (uint64_t)status->st_mtim.tv_nsec,
        .is_stream = walk_is_stream(path) };
    return PALPATE_OK;
}

static palpate_view join(struct arena *arena, palpate_view folder, palpate_view name)
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

static palpate_status note_unreadable(struct walk *walk, palpate_view folder,
        source_report *report, void *user, palpate_error *err)
{
    struct source_files *files = walk->files;
    char message[256];

    (void)snprintf(message, sizeof message,
            "cannot read this folder: %s: its pages stay in the index as they are",
            strerror(errno));
    report(user, folder.data, message);
    if (!arena_grow(&files->arena, (void **)&files->unreadable, &files->unreadable_room,
                files->unreadable_count, sizeof *files->unreadable))
        return no_memory(err);
    files->unreadable[files->unreadable_count++] = folder;
    return PALPATE_OK;
}

static palpate_status take_entry(
        struct walk *walk, palpate_view folder, const char *name, palpate_error *err)
{
    struct stat status;
    palpate_view entry = view_of(name);

    if (name[0] == '.')
        return PALPATE_OK; /* "." and "..", and what is hidden */
    palpate_view path = join(&walk->files->arena, folder, entry);
    if (path.data == NULL)
        return no_memory(err);
    if (lstat(path.data, &status) != 0)
        return PALPATE_OK; /* gone since the folder was read */
    if (S_ISDIR(status.st_mode))
        return add_folder(walk, path, err);
    if (S_ISLNK(status.st_mode) &&
            (stat(path.data, &status) != 0 || !S_ISREG(status.st_mode)))
        return PALPATE_OK; /* a link to a folder may lead round in a circle */
    if (S_ISREG(status.st_mode) && (walk_is_page(entry) || walk_is_stream(entry)))
        return add_file(walk, path, &status, err);
    return PALPATE_OK;
}

palpate_status walk_folder(struct source_files *files, palpate_view root,
        source_report *report, void *user, palpate_error *err)
{
    struct walk walk = { .files = files };
    palpate_status status = add_folder(&walk, root, err);

    while (status == PALPATE_OK && walk.count > 0) {
        palpate_view folder = walk.folders[--walk.count];
        DIR *open = opendir(folder.data);
        if (open == NULL) {
            status = note_unreadable(&walk, folder, report, user, err);
            continue;
        }
        for (struct dirent *entry;
                status == PALPATE_OK && (entry = readdir(open)) != NULL;)
            status = take_entry(&walk, folder, entry->d_name, err);
        (void)closedir(open);
    }
    return status;
}
