#include "search_options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool option_complain(const char *what, const char *value)
{
    (void)fprintf(
            stderr, "palpate-query: %s: %s: see palpate-query --help\n", what, value);
    return false;
}

static bool read_number(
        unsigned long *number, const char *value, const char *name, unsigned long most)
{
    char *end = NULL;

    *number = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end != '\0' || *number > most)
        return option_complain(name, value);
    return true;
}

static bool read_count(uint32_t *count, const char *value, const char *name)
{
    unsigned long number = 0;

    if (!read_number(&number, value, name, PALPATE_MAX_DEPTH))
        return false;
    *count = (uint32_t)number;
    return true;
}

static bool read_deadline(uint64_t *deadline_us, const char *value)
{
    enum { LONGEST_MS = 3600000 };
    unsigned long milliseconds = 0;

    if (!read_number(&milliseconds, value, "--deadline takes milliseconds", LONGEST_MS))
        return false;
    *deadline_us = (uint64_t)milliseconds * 1000;
    return true;
}

static bool read_group(palpate_grouping *group, const char *value)
{
    if (strcmp(value, "none") != 0 && strcmp(value, "article") != 0)
        return option_complain("--group takes article or none", value);
    *group = strcmp(value, "none") == 0 ? PALPATE_GROUP_NONE : PALPATE_GROUP_ARTICLE;
    return true;
}

static bool read_sort(palpate_sort *sort, const char *value)
{
    static const char *const WORDS[] = { "relevance", "newest", "oldest" };

    for (int i = 0; i < 3; i++) {
        if (strcmp(value, WORDS[i]) == 0) {
            *sort = (palpate_sort)i;
            return true;
        }
    }
    return option_complain("--sort takes relevance, newest or oldest", value);
}

static bool read_without(struct search_request *request, const char *value)
{
    palpate_search_options *options = &request->options;

    if (options->disabled_count == WITHOUT_MOST)
        return option_complain("too many --without", value);
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
    case OPTION_LIMIT:
        return read_count(&options->limit, value, "--limit takes a number up to 10000");
    case OPTION_OFFSET:
        return read_count(
                &options->offset, value, "--offset takes a number up to 10000");
    case OPTION_GROUP: return read_group(&options->group, value);
    case OPTION_SORT: return read_sort(&options->sort, value);
    case OPTION_LIKE:
        options->like = (palpate_view){ value, strlen(value) };
        return true;
    case OPTION_FACETS:
        return read_count(&options->facet_values, value,
                "--facets takes a number of values up to 10000");
    case OPTION_EXPLAIN: options->explain = true; return true;
    case OPTION_NO_EXPAND: options->no_expand = true; return true;
    case OPTION_WITHOUT: return read_without(request, value);
    case OPTION_WITHOUT_PART: return read_parts(&options->without_parts, value);
    case OPTION_DEADLINE: return read_deadline(&options->deadline_us, value);
    case OPTION_SEARCH_END: break;
    }
    return false;
}
