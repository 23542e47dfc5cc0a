#include "indexer/run/remembered.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/index_folder.h"
#include "core/index_tables.h"
#include "core/schema.h"
#include "core/view.h"
#include "indexer/shard/generation.h"

/* The names of what is remembered: part of the format of the index. */
static const char SOURCE[] = "source";
static const char ROOT[] = "root";
static const char FOLLOW_LINKS[] = "follow-links";
static const char INCLUDE[] = "include";
static const char EXCLUDE[] = "exclude";
static const char THESAURUS[] = "thesaurus";
static const char CURATION[] = "curation";
static const char IGNORE[] = "ignore-selector";
static const char CONTENT[] = "content-selector";
static const char SITEMAP[] = "sitemap";
static const char FILTER[] = "filter";
static const char ROBOTS[] = "robots";
static const char SHARDS[] = "shards";

static bool add_word(
        struct arena *arena, struct remembered_words *words, const char *word)
{
    if (!arena_grow(arena, (void **)&words->items, &words->room, words->count,
                sizeof *words->items))
        return false;
    words->items[words->count++] = word;
    return true;
}

/* The number in a text; 0 for what is none of shards. */
static unsigned shards_of(const char *text)
{
    unsigned long number = strtoul(text, NULL, 10);

    return number <= MAX_SHARDS ? (unsigned)number : 0;
}

/* Takes one thing that is remembered; what a later version writes is none. */
static bool take(struct remembered *remembered, const char *name, const char *value)
{
    const struct {
        const char *name;
        struct remembered_words *words;
    } lists[] = { { SOURCE, &remembered->sources }, { INCLUDE, &remembered->includes },
        { EXCLUDE, &remembered->excludes }, { THESAURUS, &remembered->thesauri },
        { IGNORE, &remembered->ignores }, { CONTENT, &remembered->contents },
        { SITEMAP, &remembered->sitemaps }, { FILTER, &remembered->filters } };

    if (strcmp(name, ROOT) == 0)
        remembered->root = value;
    if (strcmp(name, ROBOTS) == 0)
        remembered->robots = value;
    if (strcmp(name, CURATION) == 0)
        remembered->curation = value;
    if (strcmp(name, SHARDS) == 0)
        remembered->shards = shards_of(value);
    if (strcmp(name, FOLLOW_LINKS) == 0)
        remembered->follows_links = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(name, lists[i].name) == 0)
            return add_word(&remembered->arena, lists[i].words, value);
    return true;
}

/* Reads names and values, each with a NUL after it; false when memory is out. */
static bool read_bytes(struct remembered *remembered, palpate_view bytes)
{
    palpate_view copy = arena_copy(&remembered->arena, bytes); /* ends with a NUL */
    const char *end = copy.data == NULL ? NULL : copy.data + copy.size;
    bool is_done = copy.data != NULL;

    remembered->bytes = copy;
    for (const char *at = copy.data; is_done && at < end;) {
        const char *value = at + strlen(at) + 1;
        if (value >= end)
            break;
        is_done = take(remembered, at, value);
        at = value + strlen(value) + 1;
    }
    return is_done;
}

/* Reads the base address; false when memory is out. */
static bool read_base(struct remembered *remembered, xc_database *database)
{
    char *value = NULL;
    size_t size = 0;

    if (xc_database_metadata(&value, &size, database,
                (xc_bytes){ META_BASE, sizeof META_BASE - 1 }, NULL) != XC_OK ||
            size == 0) {
        xc_free(value);
        return true;
    }
    remembered->base_url =
            arena_copy(&remembered->arena, (palpate_view){ value, size }).data;
    xc_free(value);
    return remembered->base_url != NULL;
}

/* Reads it of one database; `*is_read` says whether that can be read. */
static palpate_status read_database(struct remembered *remembered, bool *is_read,
        const char *path, palpate_error *err)
{
    xc_database *database = NULL;
    struct manifest manifest = { .revision = 0 };
    char *value = NULL;
    size_t size = 0;
    bool is_done = true;

    *is_read = index_database_salvage(&database, path, NULL) == PALPATE_OK;
    if (*is_read) {
        (void)index_tables_guard_damaged(&manifest, database, path);
        *is_read = xc_database_metadata(&value, &size, database,
                           (xc_bytes){ META_OPTIONS, sizeof META_OPTIONS - 1 },
                           NULL) == XC_OK;
    }
    if (*is_read)
        is_done = read_bytes(remembered, (palpate_view){ value, size }) &&
                  read_base(remembered, database);
    xc_free(value);
    xc_database_close(database);
    manifest_free(&manifest);
    return is_done ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory for options");
}

palpate_status remembered_read(
        struct remembered *out, const char *path, palpate_error *err)
{
    struct generation generation = { .lock = -1 };
    struct index_folder folder = { .number = 0 };
    palpate_status status = PALPATE_OK;
    bool is_read = false;

    *out = (struct remembered){ .bytes = { NULL, 0 } };
    (void)snprintf(generation.root, sizeof generation.root, "%s", path);
    palpate_status found = index_folder_read(&folder, path, NULL);
    if (found == PALPATE_OK)
        status = read_database(out, &is_read, folder.database, err);
    unsigned before = generation_before(
            &generation, folder.number == 0 ? MAX_GENERATION + 1U : folder.number);
    if (status == PALPATE_OK && !is_read && before != 0) {
        char name[GENERATION_NAME];
        generation_name(name, before);
        (void)snprintf(generation.live, sizeof generation.live, "%.4000s/%s/shard",
                path, name);
        status = read_database(out, &is_read, generation.live, err);
    }
    out->is_lost = !is_read && (found == PALPATE_OK || before != 0);
    return status;
}

void remembered_free(struct remembered *remembered)
{
    arena_free(&remembered->arena);
}

static bool has_standard_input(const struct remembered_words *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        if (strcmp(sources->items[i], "-") == 0)
            return true;
    return false;
}

static void settle_root(
        const struct remembered *remembered, palpate_index_options *options)
{
    options->follow_links |= remembered->follows_links;
    if (options->root == NULL)
        options->root = remembered->root;
}

static palpate_status settle_sources(const struct remembered *remembered,
        const char *path, struct run_task *task, palpate_index_options *options,
        palpate_error *err)
{
    const char *why = NULL;

    if (access(path, F_OK) != 0)
        return fail(err, PALPATE_NO_INDEX,
                "%s: there is no index here: give the sources to build it from", path);
    if (remembered->is_lost)
        why = "what it was built from cannot be read any more";
    else if (remembered->sources.count == 0)
        why = "this index does not know its sources";
    else if (has_standard_input(&remembered->sources))
        why = "its pages came from standard input";
    if (why != NULL)
        return fail(err, PALPATE_REFUSED,
                "%s: %s: nothing was changed; give the sources", path, why);
    task->sources = remembered->sources.items;
    task->source_count = remembered->sources.count;
    settle_root(remembered, options);
    if (options->thesaurus_count == 0) {
        options->thesauri = remembered->thesauri.items;
        options->thesaurus_count = remembered->thesauri.count;
    }
    if (options->curation == NULL)
        options->curation = remembered->curation;
    return PALPATE_OK;
}

/* Words that are not given are those of before. */
static void settle_words(
        const char *const **words, size_t *count, const struct remembered_words *before)
{
    if (*count > 0)
        return;
    *words = before->items;
    *count = before->count;
}

/* Whether words are the same as before, but for empty ones. */
static bool are_same(
        const char *const *words, size_t count, const struct remembered_words *before)
{
    size_t place = 0;

    for (size_t i = 0; i < count; i++) {
        if (words[i][0] == '\0')
            continue;
        if (place == before->count || strcmp(words[i], before->items[place++]) != 0)
            return false;
    }
    return place == before->count;
}

bool remembered_selectors_differ(
        const struct remembered *remembered, const palpate_index_options *options)
{
    return !are_same(options->ignores, options->ignore_count, &remembered->ignores) ||
           !are_same(options->contents, options->content_count, &remembered->contents);
}

palpate_status remembered_settle(const struct remembered *remembered, const char *path,
        struct run_task *task, palpate_index_options *options, palpate_error *err)
{
    settle_words(&options->includes, &options->include_count, &remembered->includes);
    settle_words(&options->excludes, &options->exclude_count, &remembered->excludes);
    settle_words(&options->ignores, &options->ignore_count, &remembered->ignores);
    settle_words(&options->contents, &options->content_count, &remembered->contents);
    settle_words(&options->sitemaps, &options->sitemap_count, &remembered->sitemaps);
    settle_words(&options->filters, &options->filter_count, &remembered->filters);
    if (options->robots == NULL)
        options->robots = remembered->robots;
    if (options->shards == 0)
        options->shards = remembered->shards > 0 ? remembered->shards : 1;
    if (options->base_url == NULL)
        options->base_url = remembered->base_url;
    if (task->keeps_others)
        settle_root(remembered, options);
    return task->source_count > 0 || task->keeps_others
                   ? PALPATE_OK
                   : settle_sources(remembered, path, task, options, err);
}

static void write_word(struct buffer *out, const char *name, const char *value)
{
    buffer_append(out, (palpate_view){ name, strlen(name) + 1 });
    buffer_append(out, (palpate_view){ value, strlen(value) + 1 });
}

static void write_number(struct buffer *out, const char *name, uint64_t number)
{
    char text[24];

    (void)snprintf(text, sizeof text, "%" PRIu64, number);
    write_word(out, name, text);
}

/* Paths are remembered from the root of the system: the next run may start elsewhere.
   An empty one is none. */
static void write_paths(
        struct buffer *out, const char *name, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char absolute[PATH_MAX];
        if (paths[i][0] == '\0')
            continue;
        bool is_file =
                strcmp(paths[i], "-") != 0 && realpath(paths[i], absolute) != NULL;
        write_word(out, name, is_file ? absolute : paths[i]);
    }
}

/* No file is remembered of a run that takes the curation away. */
static void write_curation(struct buffer *out, const struct remembered *before,
        const palpate_index_options *options)
{
    const char *path = options->curation != NULL ? options->curation : before->curation;

    if (path != NULL && path[0] != '\0')
        write_paths(out, CURATION, &path, 1);
}

static void write_patterns(
        struct buffer *out, const char *name, const char *const *patterns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (patterns[i][0] != '\0')
            write_word(out, name, patterns[i]);
}

void remembered_write(struct buffer *out, const struct remembered *before,
        const struct run_task *task, const palpate_index_options *options,
        const struct source_list *list)
{
    const struct remembered_words *names = &before->thesauri;
    palpate_view root = source_root_of(list);

    if (task->keeps_others && before->bytes.size > 0) {
        buffer_append(out, before->bytes);
        return;
    }
    if (!task->keeps_others)
        write_paths(out, SOURCE, task->sources, task->source_count);
    if (root.data != NULL) {
        buffer_append(out, (palpate_view){ ROOT, sizeof ROOT });
        buffer_append(out, root);
        buffer_append(out, root.size == 0 ? PALPATE_VIEW("/\0") : PALPATE_VIEW("\0"));
    }
    if (options->follow_links)
        write_word(out, FOLLOW_LINKS, "1");
    write_patterns(out, INCLUDE, options->includes, options->include_count);
    write_patterns(out, EXCLUDE, options->excludes, options->exclude_count);
    write_patterns(out, IGNORE, options->ignores, options->ignore_count);
    write_patterns(out, CONTENT, options->contents, options->content_count);
    write_patterns(out, FILTER, options->filters, options->filter_count);
    write_paths(out, SITEMAP, options->sitemaps, options->sitemap_count);
    if (options->shards > 1)
        write_number(out, SHARDS, options->shards);
    if (options->robots != NULL)
        write_paths(out, ROBOTS, &options->robots, 1);
    if (options->thesaurus_count > 0)
        write_paths(out, THESAURUS, options->thesauri, options->thesaurus_count);
    else
        write_paths(out, THESAURUS, names->items, names->count);
    write_curation(out, before, options);
}
