#include "observe.h"

#include <stdio.h>
#include <string.h>

#include "core/view.h"
#include "indexer/article.h"
#include "indexer/html/tree.h"
#include "indexer/source/source.h"
#include "indexer/source/source_load.h"

void observe_append_name(struct buffer *out, const char *name)
{
    buffer_append_byte(out, ' ');
    buffer_append_string(out, name);
}

void observe_append_text(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if ((unsigned char)byte < ' ')
            byte = ' ';
        buffer_append_byte(out, byte);
    }
}

static palpate_view id_of(palpate_view path)
{
    const char *slash = memrchr(path.data, '/', path.size);

    if (slash != NULL)
        path = view_slice(path, (size_t)(slash - path.data) + 1, path.size);
    return view_slice(path, 0, view_find(path, PALPATE_VIEW(".")));
}

static void report(
        void *user, palpate_report_kind kind, const char *source, const char *message)
{
    (void)user;
    (void)kind;
    (void)fprintf(stderr, "%s: %s\n", source, message);
}

static bool print(const struct buffer *out)
{
    return !out->failed &&
           (out->size == 0 || fwrite(out->data, 1, out->size, stdout) == out->size);
}

static bool print_page(palpate_view id, const struct buffer *lines)
{
    size_t count = 0;

    for (size_t i = 0; i < lines->size; i++)
        count += lines->data[i] == '\n';
    return printf("page\t%.*s\t%zu\n", (int)id.size, id.data, count) > 0 &&
           print(lines);
}

static bool print_names(observe_names *names)
{
    struct buffer out = { 0 };

    names(&out);
    bool is_printed = print(&out);
    buffer_free(&out);
    return is_printed;
}

/* False where the lines cannot be printed. */
static bool observe_source(struct source_page *source, struct arena *arena,
        struct buffer *bytes, observe_page *observe)
{
    struct buffer lines = { 0 };
    palpate_error err = { 0 };
    palpate_status status = PALPATE_OK;
    bool is_printed = true;

    if (source->is_file)
        status = source_load(source, bytes, &err);
    if (status == PALPATE_OK)
        status = observe(&lines, arena, source->bytes, &err);
    if (status == PALPATE_OK)
        is_printed = print_page(id_of(source->id), &lines);
    else
        (void)fprintf(stderr, "%.*s: %s\n", (int)source->name.size, source->name.data,
                err.message);
    buffer_free(&lines);
    return is_printed;
}

static int observe_sources(int argc, char **argv, observe_page *observe)
{
    static const palpate_index_options OPTIONS = { 0 };
    struct source_list *sources = NULL;
    struct source_page source;
    struct arena arena = { 0 };
    struct buffer bytes = { 0 };
    palpate_error err = { 0 };
    bool is_printed = true;

    tree_library_init();
    if (source_open(&sources, (const char *const *)argv + 1, (size_t)argc - 1, &OPTIONS,
                report, NULL, &err) != PALPATE_OK) {
        (void)fprintf(stderr, "%s: %s\n", argv[0], err.message);
        return 2;
    }
    while (is_printed && source_next(sources, &arena, &source)) {
        is_printed = observe_source(&source, &arena, &bytes, observe);
        arena_clear(&arena);
    }
    buffer_free(&bytes);
    arena_free(&arena);
    source_close(sources);
    return is_printed && fflush(stdout) == 0 ? 0 : 2;
}

int observe_main(int argc, char **argv, observe_names *names, observe_page *observe)
{
    if (argc < 2) {
        (void)fprintf(stderr, "usage: %s PAGES...\n", argv[0]);
        return 2;
    }
    return print_names(names) ? observe_sources(argc, argv, observe) : 2;
}
