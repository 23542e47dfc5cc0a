/* palpate-query: asks an index. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "confine.h"
#include "evaluate.h"
#include "input.h"
#include "options.h"
#include "question_report.h"

static void say_nothing_found(const palpate_answer *answer)
{
    (void)fprintf(stderr, "palpate-query: nothing found%s%.*s",
            answer->query.size > 0 ? " for " : "", (int)answer->query.size,
            answer->query.size > 0 ? answer->query.data : "");
    if (answer->suggestion.size > 0)
        (void)fprintf(stderr, ": did you mean %.*s?", (int)answer->suggestion.size,
                answer->suggestion.data);
    else if (answer->note_count > 0)
        (void)fprintf(
                stderr, ": %.*s", (int)answer->notes[0].size, answer->notes[0].data);
    (void)fputc('\n', stderr);
}

static enum exit_status print_answer(const palpate_answer *answer,
        const palpate_render_options *render, bool counts_only, palpate_error *err)
{
    palpate_view bytes = { NULL, 0 };

    if (palpate_render(&bytes, answer, render, err) != PALPATE_OK)
        return complain(err);
    if (!print_rendering(bytes))
        return EXIT_ERROR;
    return answer->hit_count > 0 || (counts_only && answer->total > 0) ? EXIT_FOUND
                                                                       : EXIT_NOTHING;
}

static enum exit_status answer_one(palpate_searcher *searcher, palpate_view query,
        const struct query_options *options, palpate_view id)
{
    palpate_render_options render = options->render;
    palpate_answer *answer = NULL;
    palpate_error err;

    render.query_id = id;
    if (palpate_search(&answer, searcher, query, &options->search.options, &err) !=
            PALPATE_OK)
        return complain(&err);
    enum exit_status status =
            print_answer(answer, &render, options->search.options.counts_only, &err);
    if (status == EXIT_NOTHING && options->queries_file == NULL)
        say_nothing_found(answer);
    palpate_answer_free(answer);
    return status;
}

/* The line's id and query; without a tab all of it is the query. */
static void split_line(palpate_view line, palpate_view *id, palpate_view *query)
{
    const char *tab = memchr(line.data, '\t', line.size);

    *id = (palpate_view){ NULL, 0 };
    *query = line;
    if (tab == NULL)
        return;
    id->data = line.data;
    id->size = (size_t)(tab - line.data);
    query->data = tab + 1;
    query->size = line.size - id->size - 1;
}

static enum exit_status answer_all(
        palpate_searcher *searcher, const struct query_options *options)
{
    bool is_standard = strcmp(options->queries_file, "-") == 0;
    FILE *file = input_open(options->queries_file);
    enum exit_status status = EXIT_NOTHING;
    char *line = NULL;
    size_t room = 0;
    ssize_t size = 0;

    if (file == NULL) {
        (void)fprintf(stderr, "palpate-query: cannot read the queries in %s: ",
                options->queries_file);
        perror(NULL);
        return EXIT_ERROR;
    }
    while (status != EXIT_ERROR && (size = getline(&line, &room, file)) > 0) {
        palpate_view id;
        palpate_view query;
        while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r'))
            size--;
        if (size == 0)
            continue;
        split_line((palpate_view){ line, (size_t)size }, &id, &query);
        enum exit_status one = answer_one(searcher, query, options, id);
        if (one != EXIT_NOTHING)
            status = one;
    }
    free(line);
    if (!is_standard)
        (void)fclose(file);
    return status;
}

/* Opens the index and answers what is asked. */
static enum exit_status ask_index(const struct query_options *options)
{
    palpate_searcher *searcher = NULL;
    palpate_error err;
    enum exit_status status = EXIT_ERROR;

    if (palpate_searcher_open(&searcher, options->index, &err) != PALPATE_OK)
        (void)complain(&err);
    else
        palpate_searcher_allow_partial(searcher, options->allow_partial);
    if (searcher == NULL)
        status = EXIT_ERROR;
    else if (options->eval.queries != NULL)
        status = evaluate(searcher, options);
    else if (options->queries_file != NULL)
        status = answer_all(searcher, options);
    else
        status = answer_one(searcher,
                (palpate_view){ options->query, strlen(options->query) }, options,
                (palpate_view){ NULL, 0 });
    palpate_searcher_close(searcher);
    return status;
}

int main(int count, char **words)
{
    struct confinement_report report;
    struct query_options options;
    struct stat about;
    enum exit_status status = EXIT_FOUND;

    /* A reader that closes the pipe has seen enough: that is no error to talk about. */
    (void)signal(SIGPIPE, SIG_DFL);
    enum options_verdict verdict = options_read(&options, count, words);
    if (verdict != OPTIONS_RUN)
        return verdict == OPTIONS_DONE ? EXIT_SUCCESS : EXIT_ERROR;
    /* A file in the place of an index may name servers. */
    const struct confinement nothing_written = {
        .is_connecting = options.index != NULL && stat(options.index, &about) == 0 &&
                         S_ISREG(about.st_mode)
    };
    confine(&report, &nothing_written);
    if (options.report == NULL)
        status = ask_index(&options);
    else if (!question_report(options.report, options.render.format,
                     options.search.options.limit))
        status = EXIT_ERROR;
    options_free(&options);
    return (int)status;
}
