#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char HELP[] =
        "Usage: palpate-query [OPTION]... INDEX WORDS...\n"
        "Find the passages of an index that answer a question.\n"
        "\n"
        "  --format FORMAT    text (default), json, ndjson, tsv or trec\n"
        "  --limit N          hits to show (default 10; 1000 for trec)\n"
        "  --offset N         hits to pass over\n"
        "  --group GROUP      article: the best passage of each article (default);\n"
        "                     none: every passage\n"
        "  --explain          show how the query was read and how scores add up\n"
        "  --no-expand        do not search other names of what was asked for\n"
        "  --without NAME     do not search this other name; may be repeated\n"
        "  --deadline MS      time for an answer in milliseconds (default 2000)\n"
        "  --queries FILE     answer the queries of a file (- for standard input), a "
        "line\n"
        "                     each: \"ID TAB QUERY\", or just the query\n"
        "  --color WHEN       auto (default), always or never\n"
        "  --help             print this help and exit\n"
        "  --version          print the version and exit\n"
        "\n"
        "The query language knows \"a phrase\", +must, -not, AND OR NOT ( ), a NEAR/5 "
        "b,\n"
        "prefix*, title:, heading:, kind:, author:, site:, lang: and date:2019..2024.\n"
        "Write -- before words that start with a minus.\n"
        "\n"
        "Exit status: 0 something was found, 1 nothing was found, 2 an error.\n";

enum {
    OPTION_FORMAT = 256,
    OPTION_LIMIT,
    OPTION_OFFSET,
    OPTION_GROUP,
    OPTION_EXPLAIN,
    OPTION_NO_EXPAND,
    OPTION_WITHOUT,
    OPTION_DEADLINE,
    OPTION_QUERIES,
    OPTION_COLOR,
    OPTION_HELP,
    OPTION_VERSION
};

enum { TREC_LIMIT = 1000, WITHOUT_MOST = 64 };

static const struct option LONG_OPTIONS[] = {
    { "format", required_argument, NULL, OPTION_FORMAT },
    { "limit", required_argument, NULL, OPTION_LIMIT },
    { "offset", required_argument, NULL, OPTION_OFFSET },
    { "group", required_argument, NULL, OPTION_GROUP },
    { "explain", no_argument, NULL, OPTION_EXPLAIN },
    { "no-expand", no_argument, NULL, OPTION_NO_EXPAND },
    { "without", required_argument, NULL, OPTION_WITHOUT },
    { "deadline", required_argument, NULL, OPTION_DEADLINE },
    { "queries", required_argument, NULL, OPTION_QUERIES },
    { "color", required_argument, NULL, OPTION_COLOR },
    { "help", no_argument, NULL, OPTION_HELP },
    { "version", no_argument, NULL, OPTION_VERSION },
    { NULL, 0, NULL, 0 },
};

/* The reading under way. */
struct reading {
    struct query_options *options;
    palpate_view *without;
    unsigned long deadline_ms;
    bool has_limit;
    enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color;
};

static bool complain(const char *what, const char *value)
{
    (void)fprintf(
            stderr, "palpate-query: %s: %s: see palpate-query --help\n", what, value);
    return false;
}

static bool read_number(unsigned long *number, const char *name, unsigned long most)
{
    char *end = NULL;

    *number = strtoul(optarg, &end, 10);
    if (*optarg < '0' || *optarg > '9' || *end != '\0' || *number > most)
        return complain(name, optarg);
    return true;
}

static bool read_count(uint32_t *count, const char *name)
{
    unsigned long number = 0;

    if (!read_number(&number, name, PALPATE_MAX_DEPTH))
        return false;
    *count = (uint32_t)number;
    return true;
}

static bool read_color(struct reading *reading)
{
    static const char *const WORDS[] = { "auto", "always", "never" };

    for (int i = 0; i < 3; i++) {
        if (strcmp(optarg, WORDS[i]) == 0) {
            reading->color = i == 0 ? COLOR_AUTO : i == 1 ? COLOR_ALWAYS : COLOR_NEVER;
            return true;
        }
    }
    return complain("--color takes auto, always or never", optarg);
}

static bool read_group(struct reading *reading)
{
    palpate_grouping *group = &reading->options->search.group;

    if (strcmp(optarg, "none") != 0 && strcmp(optarg, "article") != 0)
        return complain("--group takes article or none", optarg);
    *group = strcmp(optarg, "none") == 0 ? PALPATE_GROUP_NONE : PALPATE_GROUP_ARTICLE;
    return true;
}

static bool read_format(struct reading *reading)
{
    palpate_view name = { optarg, strlen(optarg) };

    return palpate_format_of(&reading->options->render.format, name) ||
           complain("--format takes text, json, ndjson, tsv or trec", optarg);
}

static bool read_without(struct reading *reading)
{
    palpate_search_options *search = &reading->options->search;

    if (search->disabled_count == WITHOUT_MOST)
        return complain("too many --without", optarg);
    reading->without[search->disabled_count++] =
            (palpate_view){ optarg, strlen(optarg) };
    return true;
}

static bool read_option(struct reading *reading, int option)
{
    struct query_options *options = reading->options;

    switch (option) {
    case OPTION_FORMAT: return read_format(reading);
    case OPTION_LIMIT:
        reading->has_limit = true;
        return read_count(&options->search.limit, "--limit takes a number up to 10000");
    case OPTION_OFFSET:
        return read_count(
                &options->search.offset, "--offset takes a number up to 10000");
    case OPTION_GROUP: return read_group(reading);
    case OPTION_EXPLAIN:
        options->search.explain = options->render.explain = true;
        return true;
    case OPTION_NO_EXPAND: options->search.no_expand = true; return true;
    case OPTION_WITHOUT: return read_without(reading);
    case OPTION_DEADLINE:
        return read_number(
                &reading->deadline_ms, "--deadline takes milliseconds", 3600000);
    case OPTION_QUERIES: options->queries_file = optarg; return true;
    case OPTION_COLOR: return read_color(reading);
    default:
        return complain("unknown or incomplete option", "the line above says which");
    }
}

static char *join(char *const *words, int count)
{
    size_t size = 1;

    for (int i = 0; i < count; i++)
        size += strlen(words[i]) + 1;
    char *joined = malloc(size);
    char *end = joined;
    for (int i = 0; joined != NULL && i < count; i++) {
        if (i > 0)
            *end++ = ' ';
        end = stpcpy(end, words[i]);
    }
    if (joined != NULL)
        *end = '\0';
    return joined;
}

static void choose_color(struct reading *reading)
{
    palpate_render_options *render = &reading->options->render;
    const char *no_color = getenv("NO_COLOR");
    struct winsize window = { 0 };
    bool is_terminal = isatty(STDOUT_FILENO) != 0;

    if (is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0)
        render->width = window.ws_col;
    render->color = reading->color == COLOR_ALWAYS ||
                    (reading->color == COLOR_AUTO && is_terminal &&
                            (no_color == NULL || *no_color == '\0'));
}

static enum options_verdict read_words(
        struct query_options *options, char *const *words, int count)
{
    if (count == 0) {
        (void)complain("which index?", "usage: palpate-query INDEX WORDS...");
        return OPTIONS_WRONG;
    }
    options->index = words[0];
    if (options->queries_file != NULL) {
        if (count > 1)
            (void)complain("either --queries or words, not both", words[1]);
        return count > 1 ? OPTIONS_WRONG : OPTIONS_RUN;
    }
    if (count == 1) {
        (void)complain(
                "what is to be searched?", "usage: palpate-query INDEX WORDS...");
        return OPTIONS_WRONG;
    }
    options->query = join(words + 1, count - 1);
    return options->query == NULL ? OPTIONS_WRONG : OPTIONS_RUN;
}

enum options_verdict options_read(
        struct query_options *options, int count, char **words)
{
    static palpate_view without[WITHOUT_MOST];
    struct reading reading = { .options = options, .without = without };
    int option = 0;

    *options = (struct query_options){ 0 };
    while ((option = getopt_long(count, words, "", LONG_OPTIONS, NULL)) != -1) {
        if (option == OPTION_HELP || option == OPTION_VERSION) {
            (void)(option == OPTION_HELP
                            ? fputs(HELP, stdout)
                            : printf("palpate-query %s\n", palpate_version()));
            return OPTIONS_DONE;
        }
        if (!read_option(&reading, option))
            return OPTIONS_WRONG;
    }
    options->search.disabled = without;
    options->search.deadline_us = (uint64_t)reading.deadline_ms * 1000;
    if (options->render.format == PALPATE_FORMAT_TREC && !reading.has_limit)
        options->search.limit = TREC_LIMIT;
    options->render.first_rank = options->search.offset + 1;
    choose_color(&reading);
    return read_words(options, words + optind, count - optind);
}

void options_free(struct query_options *options)
{
    free(options->query);
}
