#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define OPTIONS(X)                                                           \
    X(FORMAT, "format", "FORMAT", palpate_format_name, "")                   \
    SEARCH_OPTIONS(X)                                                        \
    X(ALLOW_PARTIAL, "allow-partial", NULL, NULL,                            \
            "where servers of a wide index do not answer, answer from the\n" \
            "others, and say what is missing")                               \
    X(QUERIES, "queries", "FILE", NULL,                                      \
            "answer the queries of a file (- for standard input), a line\n"  \
            "each: \"ID TAB QUERY\", or just the query")                     \
    X(EVAL, "eval", "QUERIES JUDGMENTS", NULL,                               \
            "measure how well INDEX answers the judged queries of two\n"     \
            "files, by their first 100 hits or --limit N; as text,\n"        \
            "json, or tsv: a line a query")                                  \
    X(AGAINST, "against", "OTHER", NULL,                                     \
            "compare with another evaluation, query by query: OTHER is\n"    \
            "options of a search (\"--no-expand\", or \"\" for none) or\n"   \
            "a file that --eval wrote as tsv")                               \
    X(REPORT, "report", "FILE", NULL,                                        \
            "say what people asked, without INDEX: FILE is what\n"           \
            "palpate-serve --queries wrote; --limit N lines of each kind")   \
    PROGRAM_COLOR(X)                                                         \
    PROGRAM_OPTIONS(X)

enum query_option { OPTIONS(PROGRAM_OPTION_NUMBER) };

static const struct program_option ROWS[] = { OPTIONS(PROGRAM_OPTION_ROW) };

const struct program PROGRAM = { .name = "palpate-query",
    .usage = "Usage: palpate-query [OPTION]... INDEX WORDS...\n"
             "  or:  palpate-query --report FILE\n"
             "Find the passages of an index that answer a question.\n"
             "\n",
    .options = { ROWS, sizeof ROWS / sizeof *ROWS },
    .ending =
            "\n"
            "The query language has \"a phrase\", +must, -not, AND OR NOT ( ), a "
            "NEAR/5 b,\n"
            "prefix*, title:, heading:, kind:, author:, site:, lang:, "
            "date:2019..2024 and\n"
            "filter:\"body part: shoulder\".\n"
            "Write -- before words that start with a minus.\n"
            "\n"
            "Exit status: 0 something was found, 1 nothing was found, 2 an error.\n" };

enum { TREC_LIMIT = 1000 };

/* The reading under way. */
struct reading {
    struct query_options *options;
    int count; /* of the words on the command line */
    char **words;
    const char *against; /* or NULL */
    bool has_limit;
    uint32_t color; /* a choice of program_color() */
};

static bool read_format(struct reading *reading)
{
    uint32_t format = 0;

    if (!program_choose(&format, &ROWS[OPTION_FORMAT], optarg))
        return false;
    reading->options->render.format = (palpate_format)format;
    return true;
}

/* The option's second value is the word after the first one. */
static bool read_eval(struct reading *reading)
{
    char **words = reading->words;

    reading->options->eval.queries = optarg;
    if (optind >= reading->count || strncmp(words[optind], "--", 2) == 0)
        return program_complain(
                "--eval takes two files, queries and judgments", optarg);
    reading->options->eval.judgments = words[optind++];
    return true;
}

static bool read_search_option(struct reading *reading, int option)
{
    reading->has_limit |= option == OPTION_LIMIT;
    reading->options->render.explain |= option == OPTION_EXPLAIN;
    return search_option_read(&reading->options->search,
            (enum search_option)(option - OPTION_LIMIT), optarg);
}

static bool read_option(void *subject, int option)
{
    struct reading *reading = subject;

    switch ((enum query_option)option) {
#define SEARCH_CASE(name, word, argument, choices, help) case OPTION_##name:
        SEARCH_OPTIONS(SEARCH_CASE)
#undef SEARCH_CASE
        return read_search_option(reading, option);
    case OPTION_FORMAT: return read_format(reading);
    case OPTION_ALLOW_PARTIAL: reading->options->allow_partial = true; return true;
    case OPTION_QUERIES: reading->options->queries_file = optarg; return true;
    case OPTION_EVAL: return read_eval(reading);
    case OPTION_REPORT: reading->options->report = optarg; return true;
    case OPTION_AGAINST: reading->against = optarg; return true;
    case OPTION_COLOR:
        return program_choose(&reading->color, &ROWS[OPTION_COLOR], optarg);
    case OPTION_HELP:
    case OPTION_VERSION: break; /* answered already */
    }
    return false;
}

static char *join_words(char *const *words, int count)
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
    struct winsize window = { 0 };

    if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0)
        render->width = window.ws_col;
    render->color = program_has_color(reading->color);
}

static bool complain_of_words(const char *what)
{
    return program_complain(what, "usage: palpate-query INDEX WORDS...");
}

/* An evaluation has its own formats and nothing to ask for but what its files say. */
static bool is_evaluation_whole(const struct reading *reading)
{
    const struct query_options *options = reading->options;
    palpate_format format = options->render.format;

    if (options->eval.queries == NULL)
        return reading->against == NULL ||
               program_complain("--against needs --eval", reading->against);
    if (options->queries_file != NULL)
        return program_complain(
                "give --queries or --eval, not both", options->queries_file);
    return format == PALPATE_FORMAT_TEXT || format == PALPATE_FORMAT_JSON ||
           format == PALPATE_FORMAT_TSV ||
           program_complain("the format of --eval", "text, json or tsv");
}

/* A report has its own formats, too. */
static bool read_report(const struct query_options *options, bool is_alone)
{
    palpate_format format = options->render.format;

    if (!is_alone)
        return program_complain("--report takes its file and nothing else", NULL);
    return format == PALPATE_FORMAT_TEXT || format == PALPATE_FORMAT_JSON ||
           program_complain("the format of --report", "text or json");
}

static bool read_words(struct query_options *options, char *const *words, int count)
{
    bool has_file = options->queries_file != NULL || options->eval.queries != NULL;

    if (options->report != NULL)
        return read_report(options, count == 0 && !has_file);
    if (count == 0)
        return complain_of_words("no index is given");
    options->index = words[0];
    if (has_file)
        return count == 1 ||
               program_complain("give a file of queries or words, not both", words[1]);
    if (count == 1 && options->search.options.like.size == 0)
        return complain_of_words("no words to search for are given");
    options->query = join_words(words + 1, count - 1);
    return options->query != NULL || program_complain("out of memory", NULL);
}

static bool finish_reading(struct reading *reading, char *const *words, int count)
{
    struct query_options *options = reading->options;

    if (options->render.format == PALPATE_FORMAT_TREC && !reading->has_limit)
        options->search.options.limit = TREC_LIMIT;
    options->render.first_rank = options->search.options.offset + 1;
    choose_color(reading);
    return is_evaluation_whole(reading) && read_words(options, words, count) &&
           (reading->against == NULL ||
                   against_read(&options->eval.against, reading->against));
}

void options_free(struct query_options *options)
{
    free(options->query);
    against_free(&options->eval.against);
}

enum options_verdict options_read(
        struct query_options *options, int count, char **words)
{
    struct reading reading = { .options = options, .count = count, .words = words };

    *options = (struct query_options){ 0 };
    enum options_verdict verdict = program_read(count, words, read_option, &reading);
    if (verdict != OPTIONS_RUN ||
            finish_reading(&reading, words + optind, count - optind))
        return verdict;
    options_free(options);
    return OPTIONS_WRONG;
}
