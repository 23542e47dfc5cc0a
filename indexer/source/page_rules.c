#include "indexer/source/page_rules.h"

#include <stdio.h>
#include <string.h>

#include "core/address.h"
#include "core/ascii.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/glob.h"
#include "core/view.h"
#include "indexer/source/source_load.h"

enum {
    MAX_URL = 2000 /* bytes of an address that are looked at */
};

struct page_rule {
    struct glob glob;
    bool was_used;
    char why[RULE_WHY]; /* a page is left out by it */
};

static palpate_status read_rules(struct page_rules *rules, struct arena *arena,
        const char *const *patterns, size_t count, palpate_error *err)
{
    for (size_t i = 0; i < count; i++) {
        struct page_rule *rule = &rules->rules[rules->count];
        if (patterns[i][0] == '\0')
            continue;
        palpate_status status = glob_read(&rule->glob, arena, patterns[i], err);
        if (status != PALPATE_OK)
            return status;
        (void)snprintf(rule->why, sizeof rule->why, "left out: excluded by %.120s",
                patterns[i]);
        rules->count++;
    }
    return PALPATE_OK;
}

/* Reads the file of robots.txt, if there is one. */
static palpate_status read_robots(struct robots *robots, struct arena *arena,
        const char *file, palpate_error *err)
{
    struct source_page page = { .id = view_of(file) };
    struct buffer bytes = { 0 };
    palpate_error inner = { PALPATE_OK, "" };

    if (file == NULL || file[0] == '\0')
        return PALPATE_OK;
    palpate_status status = source_load(&page, &bytes, &inner);
    if (status == PALPATE_OK)
        status = robots_read(robots, arena, page.bytes, &inner);
    buffer_free(&bytes);
    if (status == PALPATE_OK)
        return status;
    return fail(err, status == PALPATE_NO_MEMORY ? status : PALPATE_REFUSED,
            "%s: %s: nothing was changed", file, inner.message);
}

palpate_status page_rules_open(struct page_rules *rules, struct arena *arena,
        const palpate_index_options *options, palpate_error *err)
{
    size_t room = options->include_count + options->exclude_count;

    *rules = (struct page_rules){ .rules = arena_zeroed(
                                          arena, room + 1, sizeof *rules->rules),
        .base = options->base_url };
    if (rules->rules == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for patterns");
    palpate_status status =
            read_rules(rules, arena, options->includes, options->include_count, err);
    rules->include_count = rules->count;
    if (status == PALPATE_OK)
        status = read_rules(
                rules, arena, options->excludes, options->exclude_count, err);
    if (status == PALPATE_OK)
        status = sitemap_open(
                &rules->sitemap, arena, options->sitemaps, options->sitemap_count, err);
    if (status == PALPATE_OK)
        status = read_robots(&rules->robots, arena, options->robots, err);
    return status;
}

/* What patterns are compared with. */
struct place {
    palpate_view path;    /* from the root, without a query */
    palpate_view whole;   /* the same with the query; or empty */
    palpate_view address; /* of a page of a stream; or empty */
    palpate_view served;  /* where a server has the page: an address, or "/knee/" */
    bool is_folder;
};

static bool matches(const struct glob *glob, const struct place *place)
{
    if (glob->is_address)
        return glob_matches(glob, place->address, false);
    return glob_matches(glob, place->path, place->is_folder) ||
           (place->whole.size > 0 && glob_matches(glob, place->whole, false));
}

static bool is_included(struct page_rules *rules, const struct place *place)
{
    bool is_in = rules->include_count == 0;

    for (size_t i = 0; i < rules->include_count; i++) {
        bool does_match = matches(&rules->rules[i].glob, place);
        rules->rules[i].was_used |= does_match;
        is_in |= does_match;
    }
    return is_in;
}

/* All rules are asked, so that it is known which of them are of use. */
static bool is_excluded(
        struct page_rules *rules, const struct place *place, const char **why)
{
    bool is_out = false;

    for (size_t i = rules->include_count; i < rules->count; i++) {
        struct page_rule *rule = &rules->rules[i];
        if (!matches(&rule->glob, place))
            continue;
        *why = is_out ? *why : rule->why;
        rule->was_used = true;
        is_out = true;
    }
    return is_out;
}

/* What a sitemap says of a page, by where a server has it. */
static const struct sitemap_entry *find_listed(
        const struct page_rules *rules, palpate_view served)
{
    return address_host(served).size > 0 ? sitemap_of_address(&rules->sitemap, served)
                                         : sitemap_of_path(&rules->sitemap, served);
}

/* Whether a folder is called as a host, as programs that copy sites name it:
   "clinic.example", and not "v1.2". */
static bool is_host_name(palpate_view folder)
{
    const char *point =
            folder.data == NULL ? NULL : memrchr(folder.data, '.', folder.size);
    size_t letters = 0;

    for (const char *at = point; at != NULL && ++at < folder.data + folder.size;
            letters++)
        if (!ascii_is_letter(*at))
            return false;
    return letters > 1;
}

/* Whether robots.txt lets a page be; below a folder that is called as a host, as the
   server of that host has it. */
static bool is_allowed(
        const struct page_rules *rules, palpate_view served, palpate_view *rule)
{
    palpate_view below = view_slice(served, 1, served.size);
    size_t slash = view_find(below, PALPATE_VIEW("/"));
    bool is_copy = view_starts_with(served, PALPATE_VIEW("/")) && slash < below.size &&
                   is_host_name(view_slice(below, 0, slash));

    return robots_allow(&rules->robots,
            is_copy ? view_slice(below, slash, below.size) : served, rule);
}

/* Whether the site itself wants the page to be found: a sitemap and robots.txt say. */
static bool is_of_site(
        struct page_rules *rules, const struct place *place, struct page_pass *pass)
{
    palpate_view rule = { NULL, 0 };
    const struct sitemap_entry *listed =
            rules->sitemap.count > 0 ? find_listed(rules, place->served) : NULL;

    if (rules->sitemap.count > 0 && listed == NULL) {
        pass->why = "left out: no sitemap lists it";
        return false;
    }
    palpate_view address = listed != NULL ? listed->url : place->served;
    if (is_allowed(rules, address, &rule)) {
        pass->listed = listed;
        return true;
    }
    (void)snprintf(rules->why, sizeof rules->why,
            "left out: robots.txt disallows %.120s", rule.data);
    pass->why = rules->why;
    return false;
}

static bool take(
        struct page_rules *rules, const struct place *place, struct page_pass *pass)
{
    bool is_in = is_included(rules, place);

    *pass = (struct page_pass){ .why = is_in ? NULL
                                             : "left out: no pattern includes it" };
    is_in = !is_excluded(rules, place, &pass->why) && is_in;
    is_in = is_in && is_of_site(rules, place, pass);
    if (pass->listed != NULL)
        sitemap_note_used(&rules->sitemap, pass->listed);
    rules->excluded += !is_in;
    return is_in;
}

/* Where a server has a file: an address, or without a base that of its path. */
static palpate_view served_at(
        const struct page_rules *rules, struct arena *arena, palpate_view path)
{
    return rules->sitemap.count + rules->robots.count == 0
                   ? (palpate_view){ NULL, 0 }
                   : address_of_path(
                             arena, rules->base == NULL ? "/" : rules->base, path);
}

bool page_rules_take_file(
        struct page_rules *rules, palpate_view path, struct page_pass *pass)
{
    struct arena arena = { 0 };
    const struct place place = { .path = path,
        .served = served_at(rules, &arena, path) };
    bool is_in = take(rules, &place, pass);

    arena_free(&arena);
    return is_in;
}

const struct sitemap_entry *page_rules_listed(
        const struct page_rules *rules, palpate_view path)
{
    struct arena arena = { 0 };
    const struct sitemap_entry *listed =
            rules->sitemap.count > 0
                    ? find_listed(rules, served_at(rules, &arena, path))
                    : NULL;

    arena_free(&arena);
    return listed;
}

bool page_rules_exclude(
        struct page_rules *rules, palpate_view path, bool is_folder, const char **why)
{
    const struct place place = { .path = path, .is_folder = is_folder };

    return is_excluded(rules, &place, why);
}

/* Text that is written into an array; what does not fit is cut. */
struct written {
    char bytes[MAX_URL + 16];
    size_t size;
};

static void write_text(struct written *out, palpate_view text)
{
    size_t room = sizeof out->bytes - out->size;
    size_t size = text.size < room ? text.size : room;

    if (size > 0)
        memcpy(out->bytes + out->size, text.data, size);
    out->size += size;
}

/* Writes a part of an address with its escapes undone, as the names of files are. */
static void write_plain(struct written *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        int high = i + 2 < text.size ? ascii_hex_value(text.data[i + 1]) : -1;
        int low = high >= 0 ? ascii_hex_value(text.data[i + 2]) : -1;
        if (byte == '%' && low >= 0) {
            byte = (char)(high * 16 + low);
            i += 2;
        }
        write_text(out, (palpate_view){ &byte, 1 });
    }
}

bool page_rules_take_url(
        struct page_rules *rules, palpate_view url, struct page_pass *pass)
{
    struct written path = { .size = 0 };

    *pass = (struct page_pass){ .why = NULL };
    if (rules->count + rules->sitemap.count + rules->robots.count == 0)
        return true;
    url = view_slice(url, 0, MAX_URL);
    url.size = view_find(url, PALPATE_VIEW("#"));
    palpate_view origin = address_host(url).size > 0 ? address_origin(url)
                                                     : (palpate_view){ NULL, 0 };
    palpate_view rest = view_slice(url, origin.size, url.size);
    rest = view_slice(rest, view_starts_with(rest, PALPATE_VIEW("/")), rest.size);
    size_t end = view_find(rest, PALPATE_VIEW("?"));
    write_plain(&path, view_slice(rest, 0, end));
    if (path.size == 0 || path.bytes[path.size - 1] == '/')
        write_text(&path, PALPATE_VIEW("index.html"));
    size_t size = path.size;
    write_text(&path, view_slice(rest, end, rest.size));
    const struct place place = { .path = { path.bytes, size },
        .whole = { path.bytes, path.size > size ? path.size : 0 },
        .address = url,
        .served = url };
    return take(rules, &place, pass);
}

void page_rules_note(struct source_page *page, const struct sitemap_entry *listed)
{
    if (listed == NULL)
        return;
    page->changed = listed->changed;
    if (page->is_file) {
        page->url = listed->url;
        page->modified += listed->changed.size > 0 ? hash_of(listed->changed) : 0;
    }
}

const char *page_rules_unused(const struct page_rules *rules, size_t *place)
{
    while (*place < rules->count) {
        const struct page_rule *rule = &rules->rules[(*place)++];
        if (!rule->was_used)
            return rule->glob.text;
    }
    return NULL;
}

palpate_status page_rules_refuse_empty(
        const struct page_rules *rules, palpate_error *err)
{
    unsigned long long excluded = rules->excluded;
    palpate_view first = { NULL, 0 };

    if (excluded > 0 && rules->sitemap.count > 0 &&
            sitemap_unused(&rules->sitemap, &first) == rules->sitemap.count) {
        return fail(err, PALPATE_REFUSED,
                "no page of the sources is in a sitemap, which list %.200s and others: "
                "nothing was changed; give as --root the folder that the server serves",
                first.data);
    }
    if (excluded > 0) {
        return fail(err, PALPATE_REFUSED,
                "all pages of the sources are excluded (%llu): nothing was changed; "
                "check --exclude, --include, --sitemap and --robots, which the index "
                "remembers",
                excluded);
    }
    return fail(err, PALPATE_REFUSED,
            "no page among the sources: nothing was changed; check the paths");
}
