#include "indexer/source/source_sift.h"

#include <stdlib.h>

#include "core/view.h"

static int by_id(const void *left, const void *right)
{
    const struct source_file *a = left;
    const struct source_file *b = right;

    return view_compare(a->id, b->id);
}

/* What rules compare: the path from the root; of a stream elsewhere the whole path. */
static palpate_view ruled_path(const struct source_root *root, palpate_view path)
{
    return root->is_known && source_root_holds(root, path)
                   ? source_root_path(root, path)
                   : view_slice(path, 1, path.size);
}

static bool is_dropped(const struct source_trouble *trouble,
        const struct source_root *root, struct page_rules *rules)
{
    const char *why = NULL;

    return page_rules_exclude(rules, ruled_path(root, trouble->path),
            trouble->kind == PALPATE_REPORT_FAILED, &why);
}

/* Whether the rules let a file pass.  A stream is a file of many pages, which are asked
   for one by one; but what excludes its path excludes all of them. */
static bool is_taken(const struct source_file *file, const struct source_root *root,
        struct page_rules *rules, struct page_pass *pass)
{
    palpate_view path = ruled_path(root, file->id);

    *pass = (struct page_pass){ .why = NULL };
    return file->is_stream ? !page_rules_exclude(rules, path, false, &pass->why)
                           : page_rules_take_file(rules, path, pass);
}

void source_sift(struct source_files *files, const struct source_root *root,
        struct page_rules *rules, source_report *report, void *user)
{
    size_t kept = 0;

    for (size_t i = 0; i < files->trouble_count; i++) {
        const struct source_trouble trouble = files->troubles[i];
        if (is_dropped(&trouble, root, rules))
            continue;
        report(user, trouble.kind, trouble.path.data, trouble.why);
        files->troubles[kept++] = trouble;
    }
    files->trouble_count = kept;
    if (files->count > 1)
        qsort(files->items, files->count, sizeof *files->items, by_id);
    kept = 0;
    for (size_t i = 0; i < files->count; i++) {
        struct source_file file = files->items[i];
        struct page_pass pass;
        if (i + 1 < files->count && view_equals(file.id, files->items[i + 1].id))
            continue;
        bool is_in = is_taken(&file, root, rules, &pass);
        file.listed = pass.listed;
        if (is_in)
            files->items[kept++] = file;
        else
            report(user, PALPATE_REPORT_EXCLUDED, file.id.data, pass.why);
    }
    files->count = kept;
}

const struct source_file *source_files_find(
        const struct source_files *files, palpate_view id)
{
    const struct source_file wanted = { .id = id };

    return files->count == 0
                   ? NULL
                   : bsearch(&wanted, files->items, files->count, sizeof wanted, by_id);
}
