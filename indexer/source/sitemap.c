#include "indexer/source/sitemap.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/address.h"
#include "core/buffer.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/source/source_load.h"

struct sitemap_page {
    struct sitemap_entry entry; /* the first member: one is found from the other */
    uint64_t key;
    bool was_used;
};

/* What is being gathered. */
struct gathering {
    struct sitemap *map;
    struct arena *arena;
    size_t room;
};

static const palpate_view NOWHERE = { NULL, 0 };

static palpate_view query_of(palpate_view address)
{
    palpate_view rest =
            view_slice(address, view_find(address, PALPATE_VIEW("?")), address.size);

    return view_slice(rest, 0, view_find(rest, PALPATE_VIEW("#")));
}

static uint64_t key_of(palpate_view address)
{
    palpate_view query = query_of(address);

    return address_spot(address, NOWHERE, true) ^ (query.size > 1 ? hash_of(query) : 0);
}

static int by_key(const void *left, const void *right)
{
    const struct sitemap_page *a = left;
    const struct sitemap_page *b = right;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return view_compare(a->entry.url, b->entry.url);
}

static palpate_status add_pages(struct gathering *to, const struct sitemap_text *text)
{
    struct sitemap *map = to->map;

    for (size_t i = 0; i < text->count; i++) {
        if (!arena_grow(to->arena, (void **)&map->pages, &to->room, map->count,
                    sizeof *map->pages))
            return PALPATE_NO_MEMORY;
        map->pages[map->count++] = (struct sitemap_page){ .entry = text->entries[i],
            .key = key_of(text->entries[i].url) };
    }
    return PALPATE_OK;
}

static palpate_status read_file(struct sitemap_text *out, struct arena *arena,
        const char *path, palpate_error *err)
{
    struct source_page page = { .id = view_of(path) };
    struct buffer bytes = { 0 };
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = source_load(&page, &bytes, &inner);

    *out = (struct sitemap_text){ .count = 0 };
    if (status == PALPATE_OK)
        status = sitemap_read(out, arena, page.bytes, &inner);
    buffer_free(&bytes);
    if (status == PALPATE_OK || status == PALPATE_NO_MEMORY)
        return status == PALPATE_OK ? status : fail(err, status, "%s", inner.message);
    return fail(
            err, PALPATE_REFUSED, "%s: %s: nothing was changed", path, inner.message);
}

/* Writes where the sitemap of an address lies that `index` names: beside it, under the
   last part of the address, also without its query.  False where there is none. */
static bool find_beside(char out[PATH_MAX], const char *index, palpate_view url)
{
    const char *slash = strrchr(index, '/');
    int folder = slash == NULL ? 0 : (int)(slash + 1 - index);
    palpate_view name = view_slice(url, 0, view_find(url, PALPATE_VIEW("#")));
    size_t query = view_find(name, PALPATE_VIEW("?"));
    palpate_view whole = name;
    for (size_t i = 0; name.data != NULL && i < query; i++)
        if (name.data[i] == '/')
            whole = view_slice(name, i + 1, name.size);
    const palpate_view names[] = { whole,
        view_slice(whole, 0, view_find(whole, PALPATE_VIEW("?"))) };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int size = snprintf(out, PATH_MAX, "%.*s%.*s", folder, index,
                (int)names[i].size, names[i].data);
        if (names[i].size > 0 && !view_starts_with(names[i], PALPATE_VIEW(".")) &&
                size > 0 && size < PATH_MAX && access(out, F_OK) == 0)
            return true;
    }
    return false;
}

static int by_url(const void *left, const void *right)
{
    const struct sitemap_entry *a = left;
    const struct sitemap_entry *b = right;

    return view_compare(a->url, b->url);
}

/* Reads the sitemaps that an index names, each once. */
static palpate_status add_index(struct gathering *to, const char *index,
        struct sitemap_text *named, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    qsort(named->entries, named->count, sizeof *named->entries, by_url);
    for (size_t i = 0; status == PALPATE_OK && i < named->count; i++) {
        struct sitemap_text text;
        char path[PATH_MAX];
        palpate_view url = named->entries[i].url;
        if (i > 0 && view_equals(url, named->entries[i - 1].url))
            continue;
        if (!find_beside(path, index, url)) {
            return fail(err, PALPATE_REFUSED,
                    "%s: the sitemap %s, which it names, is not beside it: nothing was "
                    "changed; fetch it to there",
                    index, url.data);
        }
        status = read_file(&text, to->arena, path, err);
        if (status == PALPATE_OK && text.is_index) {
            return fail(err, PALPATE_REFUSED,
                    "%s: this index of sitemaps is named by another one: nothing was "
                    "changed; give --sitemap for it, too",
                    path);
        }
        if (status == PALPATE_OK && add_pages(to, &text) != PALPATE_OK)
            return fail(err, PALPATE_NO_MEMORY, "out of memory for a sitemap");
    }
    return status;
}

static palpate_view day_of(const struct sitemap_page *page)
{
    return view_slice(page->entry.changed, 0, sizeof "2024-05-01" - 1);
}

static int by_day(const void *left, const void *right)
{
    return view_compare(day_of(left), day_of(right));
}

/* A day that most pages of a large site share is that of an export, and says nothing of
   their texts. */
static void forget_exports(struct sitemap *map)
{
    enum { FEW = 8 };

    if (map->count < FEW)
        return;
    qsort(map->pages, map->count, sizeof *map->pages, by_day);
    palpate_view middle = day_of(&map->pages[map->count / 2]);
    size_t sharing = 0;
    for (size_t i = 0; i < map->count; i++)
        sharing += view_equals(day_of(&map->pages[i]), middle);
    if (4 * sharing < 3 * map->count)
        return;
    for (size_t i = 0; i < map->count; i++)
        if (view_equals(day_of(&map->pages[i]), middle))
            map->pages[i].entry.changed = PALPATE_VIEW("");
}

palpate_status sitemap_open(struct sitemap *out, struct arena *arena,
        const char *const *files, size_t count, palpate_error *err)
{
    struct gathering to = { .map = out, .arena = arena };
    palpate_status status = PALPATE_OK;

    *out = (struct sitemap){ .count = 0 };
    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        struct sitemap_text text;
        if (files[i][0] == '\0')
            continue;
        status = read_file(&text, arena, files[i], err);
        if (status == PALPATE_OK && text.is_index)
            status = add_index(&to, files[i], &text, err);
        else if (status == PALPATE_OK && add_pages(&to, &text) != PALPATE_OK)
            status = fail(err, PALPATE_NO_MEMORY, "out of memory for a sitemap");
    }
    forget_exports(out);
    if (status == PALPATE_OK && out->count > 1)
        qsort(out->pages, out->count, sizeof *out->pages, by_key);
    return status;
}

/* The first page of a key, or the place where it would be. */
static size_t find_key(const struct sitemap *map, uint64_t key)
{
    size_t low = 0;

    for (size_t high = map->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (map->pages[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The page of a key, of this site if one is named. */
static const struct sitemap_entry *find(
        const struct sitemap *map, uint64_t key, palpate_view site)
{
    for (size_t i = find_key(map, key); i < map->count && map->pages[i].key == key;
            i++) {
        char own[ADDRESS_SITE];
        if (site.size == 0 ||
                view_equals(address_site(map->pages[i].entry.url, own), site))
            return &map->pages[i].entry;
    }
    return NULL;
}

const struct sitemap_entry *sitemap_of_address(
        const struct sitemap *map, palpate_view address)
{
    char site[ADDRESS_SITE];

    return find(map, key_of(address), address_site(address, site));
}

const struct sitemap_entry *sitemap_of_path(
        const struct sitemap *map, palpate_view path)
{
    palpate_view below = view_slice(path, 1, path.size);
    palpate_view folder = view_slice(below, 0, view_find(below, PALPATE_VIEW("/")));
    const struct sitemap_entry *entry = sitemap_of_address(map, path);

    if (entry != NULL || folder.size == below.size)
        return entry;
    entry = sitemap_of_address(map, view_slice(below, folder.size, below.size));
    return entry != NULL && view_equals_ignoring_case(address_host(entry->url), folder)
                   ? entry
                   : NULL;
}

void sitemap_note_used(struct sitemap *map, const struct sitemap_entry *entry)
{
    size_t place =
            (size_t)((const struct sitemap_page *)(const void *)entry - map->pages);

    map->pages[place].was_used = true;
}

size_t sitemap_unused(const struct sitemap *map, palpate_view *first)
{
    size_t unused = 0;

    for (size_t i = 0; i < map->count; i++) {
        if (map->pages[i].was_used)
            continue;
        if (unused == 0)
            *first = map->pages[i].entry.url;
        unused++;
    }
    return unused;
}
