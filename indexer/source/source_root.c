#include "indexer/source/source_root.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/fail.h"
#include "core/view.h"

/* Paths go on with a slash after a folder, also after "/". */
static palpate_view without_slash(palpate_view folder)
{
    return view_ends_with(folder, PALPATE_VIEW("/"))
                   ? view_slice(folder, 0, folder.size - 1)
                   : folder;
}

palpate_status source_root_open(struct source_root *root, struct arena *arena,
        const char *given, palpate_error *err)
{
    char absolute[PATH_MAX];
    struct stat status;

    *root = (struct source_root){ .given = given };
    if (given == NULL)
        return PALPATE_OK;
    if (realpath(given, absolute) == NULL || stat(absolute, &status) != 0)
        return fail(err, PALPATE_REFUSED, "%s: %s: nothing was changed", given,
                strerror(errno));
    if (!S_ISDIR(status.st_mode))
        return fail(err, PALPATE_REFUSED,
                "%s: the root must be a folder: nothing was changed", given);
    root->folder = without_slash(arena_copy(arena, view_of(absolute)));
    root->is_known = true;
    return root->folder.data == NULL ? fail(err, PALPATE_NO_MEMORY,
                                               "out of memory for the list of sources")
                                     : PALPATE_OK;
}

palpate_view source_root_folder(palpate_view file)
{
    const char *slash = memrchr(file.data, '/', file.size);

    return view_slice(file, 0, slash == NULL ? 0 : (size_t)(slash - file.data));
}

/* Whether `folder` is `root` or lies below it. */
static bool holds_folder(palpate_view root, palpate_view folder)
{
    return view_starts_with(folder, root) &&
           (folder.size == root.size || folder.data[root.size] == '/');
}

palpate_status source_root_take(struct source_root *root, const char *source,
        palpate_view folder, palpate_error *err)
{
    folder = without_slash(folder);
    if (root->given != NULL && !holds_folder(root->folder, folder))
        return fail(err, PALPATE_REFUSED,
                "%s: is not below the root %s: nothing was changed", source,
                root->given);
    if (!root->is_known)
        root->folder = folder;
    root->is_known = true;
    while (!holds_folder(root->folder, folder))
        root->folder = source_root_folder(root->folder);
    return PALPATE_OK;
}

bool source_root_holds(const struct source_root *root, palpate_view file)
{
    return holds_folder(root->folder, source_root_folder(file));
}

palpate_view source_root_path(const struct source_root *root, palpate_view file)
{
    return view_slice(file, root->folder.size + 1, file.size);
}
