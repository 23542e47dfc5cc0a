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
        "  --offset N         hits to skip\n"
        "  --group GROUP      article: the best passage of each article (default);\n"
        "                     none: every passage\n"
        "  --sort ORDER       relevance (default), newest or oldest; by date only\n"
        "                     hits with all of the words are shown, if there are any\n"
        "  --like URL         find articles similar to this one; WORDS are optional, "
        "and\n"
        "                     only the filters among them are used\n"
        "  --facets N         count kinds, authors, sites, languages and years of what "
        "is\n"
        "                     found, the N most frequent of each\n"
        "  --explain          show how the query was read and how scores add up\n"
        "  --no-expand        do not search other names of what was asked for\n"
        "  --without NAME     do not search this other name; may be repeated\n"
        "  --without-part PART[,PART]...\n"
        "                     leave these parts (--explain names them) out of every "
        "score,\n"
        "                     to measure what they are worth\n"
        "  --deadline MS      time for an answer in milliseconds (default 2000)\n"
        "  --queries FILE     answer the queries of a file (- for standard input), a "
        "line\n"
        "                     each: \"ID TAB QUERY\", or just the query\n"
        "  --eval QUERIES JUDGMENTS\n"
        "                     measure how well INDEX answers the judged queries of "
        "two\n"
        "                     files, by their first 100 hits or --limit N; as text,\n"
        "                     json, or tsv: a line a query\n"
        "  --against OTHER    compare with another evaluation, query by query: OTHER "
        "is\n"
        "                     options of a search (\"--no-expand\", or \"\" for none) "
        "or\n"
        "                     a file that --eval wrote as tsv\n"
        "  --color WHEN       auto (default), always or never\n"
        "  --help             print this help and exit\n"
        "  --version          print the version and exit\n"
        "\n"
        "The query language has \"a phrase\", +must, -not, AND OR NOT ( ), a NEAR/5 "
        "b,\n"
        "prefix*, title:, heading:, kind:, author:, site:, lang: and date:2019..2024.\n"
        "Write -- before words that start with a minus.\n"
        "\n"
        "Exit status: 0 something was found, 1 nothing was found, 2 an error.\n";

enum {
    OPTION_FORMAT = OPTION_SEARCH_END,
    OPTION_QUERIES,
    OPTION_EVAL,
    OPTION_AGAINST,
    OPTION_COLOR,
    OPTION_HELP,
    OPTION_VERSION
};

enum { TREC_LIMIT = 1000 };

static const struct option LONG_OPTIONS[] = {
    { "format", required_argument, NULL, OPTION_FORMAT },
    { "limit", required_argument, NULL, OPTION_LIMIT },
    { "offset", required_argument, NULL, OPTION_OFFSET },
    { "group", required_argument, NULL, OPTION_GROUP },
    { "sort", required_argument, NULL, OPTION_SORT },
    { "like", required_argument, NULL, OPTION_LIKE },
    { "facets", required_argument, NULL, OPTION_FACETS },
    { "explain", no_argument, NULL, OPTION_EXPLAIN },
    { "no-expand", no_argument, NULL, OPTION_NO_EXPAND },
    { "without", required_argument, NULL, OPTION_WITHOUT },
    { "without-part", required_argument, NULL, OPTION_WITHOUT_PART },
    { "deadline", required_argument, NULL, OPTION_DEADLINE },
    { "queries", required_argument, NULL, OPTION_QUERIES },
    { "eval", required_argument, NULL, OPTION_EVAL },
    { "against", required_argument, NULL, OPTION_AGAINST },
    { "color", required_argument, NULL, OPTION_COLOR },
    { "help", no_argument, NULL, OPTION_HELP },
    { "version", no_argument, NULL, OPTION_VERSION },
    { NULL, 0, NULL, 0 },
};

/* The reading under way. */
struct reading {
    struct query_options *options;
    const char *against; /* or NULL */
    bool has_limit;
    enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color;
};

static bool read_color(struct reading *reading)
{
    static const char *const WORDS[] = { "auto", "always", "never" };

    for (int i = 0; i < 3; i++) {
        if (strcmp(optarg, WORDS[i]) == 0) {
            reading->color = i == 0 ? COLOR_AUTO : i == 1 ? COLOR_ALWAYS : COLOR_NEVER;
            return true;
        }
    }
    return option_complain("--color takes auto, always or never", optarg);
}

static bool read_format(struct reading *reading)
{
    palpate_view name = { optarg, strlen(optarg) };

    return palpate_format_of(&reading->options->render.format, name) ||
           option_complain("--format takes text, json, ndjson, tsv or trec", optarg);
}

/* The option's second value is the word behind the first one. */
static bool read_eval(struct reading *reading, int count, char **words)
{
    reading->options->eval.queries = optarg;
    if (optind >= count || strncmp(words[optind], "--", 2) == 0)
        return option_complain("--eval takes two files, queries and judgments", optarg);
    reading->options->eval.judgments = words[optind++];
    return true;
}

static bool read_search_option(struct reading *reading, enum search_option option)
{
    reading->has_limit |= option == OPTION_LIMIT;
    reading->options->render.explain |= option == OPTION_EXPLAIN;
    return search_option_read(&reading->options->search, option, optarg);
}

static bool read_option(struct reading *reading, int option, int count, char **words)
{
    if (option >= OPTION_LIMIT && option < OPTION_SEARCH_END)
        return read_search_option(reading, (enum search_option)option);
    switch (option) {
    case OPTION_FORMAT: return read_format(reading);
    case OPTION_QUERIES: reading->options->queries_file = optarg; return true;
    case OPTION_EVAL: return read_eval(reading, count, words);
    case OPTION_AGAINST: reading->against = optarg; return true;
    case OPTION_COLOR: return read_color(reading);
    default:
        return option_complain(
                "unknown or incomplete option", "the line above says which");
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

static bool complain_of_words(const char *what)
{
    return option_complain(what, "usage: palpate-query INDEX WORDS...");
}

/* An evaluation has its own formats and nothing to ask for but what its files say. */
static bool is_evaluation_whole(const struct reading *reading)
{
    const struct query_options *options = reading->options;
    palpate_format format = options->render.format;

    if (options->eval.queries == NULL)
        return reading->against == NULL ||
               option_complain("--against needs --eval", reading->against);
    if (options->queries_file != NULL)
        return option_complain(
                "give --queries or --eval, not both", options->queries_file);
    return format == PALPATE_FORMAT_TEXT || format == PALPATE_FORMAT_JSON ||
           format == PALPATE_FORMAT_TSV ||
           option_complain("the format of --eval", "text, json or tsv");
}

static bool read_words(struct query_options *options, char *const *words, int count)
{
    bool has_file = options->queries_file != NULL || options->eval.queries != NULL;

    if (count == 0)
        return complain_of_words("no index is given");
    options->index = words[0];
    if (has_file)
        return count == 1 ||
               option_complain("give a file of queries or words, not both", words[1]);
    if (count == 1 && options->search.options.like.size == 0)
        return complain_of_words("no words to search for are given");
    options->query = join(words + 1, count - 1);
    return options->query != NULL;
}

static bool finish(struct reading *reading, char *const *words, int count)
{
    struct query_options *options = reading->options;

    if (options->render.format == PALPATE_FORMAT_TREC && !reading->has_limit)
        options->search.options.limit = TREC_LIMIT;
    options->render.first_rank = options->search.options.offset + 1;
    choose_color(reading);
    return is_evaluation_whole(reading) && read_words(options, words, count) &&
           (reading->against == NULL || against_read(&options->eval.against,
                                                reading->against, LONG_OPTIONS));
}

void options_free(struct query_options *options)
{
    free(options->query);
    against_free(&options->eval.against);
}

enum options_verdict options_read(
        struct query_options *options, int count, char **words)
{
    struct reading reading = { .options = options };
    int option = 0;

    *options = (struct query_options){ 0 };
    while ((option = getopt_long(count, words, "", LONG_OPTIONS, NULL)) != -1) {
        if (option == OPTION_HELP || option == OPTION_VERSION) {
            (void)(option == OPTION_HELP
                            ? fputs(HELP, stdout)
                            : printf("palpate-query %s\n", palpate_version()));
            return OPTIONS_DONE;
        }
        if (!read_option(&reading, option, count, words))
            return OPTIONS_WRONG;
    }
    if (finish(&reading, words + optind, count - optind))
        return OPTIONS_RUN;
    options_free(options);
    return OPTIONS_WRONG;
}
