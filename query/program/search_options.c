#include "search_options.h"

#include <stdio.h>
#include <string.h>

static const struct program_option ROWS[] = { SEARCH_OPTIONS(PROGRAM_OPTION_ROW) };

const struct program SEARCH = { .options = { ROWS, sizeof ROWS / sizeof *ROWS } };

const char *search_sort(uint32_t choice)
{
    static const char *const WORDS[] = { "relevance", "newest", "oldest", NULL };

    return WORDS[choice];
}

static bool read_count(
        uint32_t *count, const struct program_option *option, const char *value)
{
    unsigned long number = 0;

    if (!program_number(&number, option, value, 0, PALPATE_MAX_DEPTH))
        return false;
    *count = (uint32_t)number;
    return true;
}

/* No hits at all are an answer of counts. */
static bool read_limit(palpate_search_options *options, const char *value)
{
    bool is_read = read_count(&options->limit, &ROWS[SEARCH_LIMIT], value);

    options->counts_only = is_read && options->limit == 0;
    return is_read;
}

static bool read_deadline(uint64_t *deadline_us, const char *value)
{
    enum { LONGEST_MS = 3600000 };
    unsigned long milliseconds = 0;

    if (!program_number(&milliseconds, &ROWS[SEARCH_DEADLINE], value, 0, LONGEST_MS))
        return false;
    *deadline_us = (uint64_t)milliseconds * 1000;
    return true;
}

static bool read_group(palpate_grouping *group, const char *value)
{
    if (strcmp(value, "none") != 0 && strcmp(value, "article") != 0)
        return program_complain("--group takes article or none", value);
    *group = strcmp(value, "none") == 0 ? PALPATE_GROUP_NONE : PALPATE_GROUP_ARTICLE;
    return true;
}

static bool read_sort(palpate_sort *sort, const char *value)
{
    uint32_t choice = 0;

    if (!program_choose(&choice, &ROWS[SEARCH_SORT], value))
        return false;
    *sort = (palpate_sort)choice;
    return true;
}

static bool read_without(struct search_request *request, const char *value)
{
    palpate_search_options *options = &request->options;

    if (options->disabled_count == MAX_WITHOUT)
        return program_complain("too many --without", value);
    request->without[options->disabled_count++] =
            (palpate_view){ value, strlen(value) };
    options->disabled = request->without;
    return true;
}

static bool complain_of_part(const char *name, size_t size)
{
    (void)fprintf(stderr,
            "palpate-query: --without-part: no part is called \"%.*s\": ", (int)size,
            name);
    (void)fputs("the parts are ", stderr);
    for (uint32_t part = 0; palpate_score_part_name(part) != NULL; part++)
        (void)fprintf(
                stderr, "%s%s", part == 0 ? "" : ", ", palpate_score_part_name(part));
    (void)fputc('\n', stderr);
    return false;
}

static bool read_part(uint32_t *parts, const char *name, size_t size)
{
    for (uint32_t part = 0; palpate_score_part_name(part) != NULL; part++) {
        const char *known = palpate_score_part_name(part);
        if (strlen(known) == size && memcmp(known, name, size) == 0) {
            *parts |= UINT32_C(1) << part;
            return true;
        }
    }
    return complain_of_part(name, size);
}

static bool read_parts(uint32_t *parts, const char *value)
{
    const char *name = value;

    while (true) {
        size_t size = strcspn(name, ",");
        if (!read_part(parts, name, size))
            return false;
        if (name[size] == '\0')
            return true;
        name += size + 1;
    }
}

bool search_option_read(
        struct search_request *request, enum search_option option, const char *value)
{
    palpate_search_options *options = &request->options;

    switch (option) {
    case SEARCH_LIMIT: return read_limit(options, value);
    case SEARCH_OFFSET: return read_count(&options->offset, &ROWS[option], value);
    case SEARCH_GROUP: return read_group(&options->group, value);
    case SEARCH_SORT: return read_sort(&options->sort, value);
    case SEARCH_LIKE:
        options->like = (palpate_view){ value, strlen(value) };
        return true;
    case SEARCH_FACETS: return read_count(&options->facet_values, &ROWS[option], value);
    case SEARCH_EXPLAIN: options->explain = true; return true;
    case SEARCH_NO_EXPAND: options->no_expand = true; return true;
    case SEARCH_NO_CURATION: options->no_curation = true; return true;
    case SEARCH_NO_CORRECT: options->no_correct = true; return true;
    case SEARCH_TYPING: options->typing = true; return true;
    case SEARCH_PREFER_LANG:
        options->languages = (palpate_view){ value, strlen(value) };
        return true;
    case SEARCH_WITHOUT: return read_without(request, value);
    case SEARCH_WITHOUT_PART: return read_parts(&options->without_parts, value);
    case SEARCH_DEADLINE: return read_deadline(&options->deadline_us, value);
    }
    return false;
}
