/* query HOW INDEX QUERIES ROUNDS: answers each "class TAB words" ROUNDS times and
   prints "class TAB microseconds" of the best round.  HOW is full (palpate_search(),
   ten hits with excerpts), json (the same, written as JSON), own (the same without
   other names), bare (the ten best of the same index by xapian-c, numbers only; no
   phrases), stored (the 128 best with what is stored of them) or fts5 (INDEX is a
   database of SQLite). */
#include <palpate/palpate.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xapian-c/xapian-c.h>

struct bench {
    palpate_searcher *searcher;
    xc_database *database;
    xc_pool *pool;
    xc_stemmer *stemmer;
    sqlite3 *fts;
};

static double now_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static void check(int failed, const char *message)
{
    if (failed) {
        (void)fprintf(stderr, "query: %s\n", message);
        exit(2);
    }
}

/* The words as palpate's query language says the class. */
static void write_query(char *out, size_t size, const char *kind, const char *words)
{
    const char *space = strchr(words, ' ');

    if (strcmp(kind, "phrase") == 0)
        (void)snprintf(out, size, "\"%s\"", words);
    else if (strcmp(kind, "and") == 0)
        (void)snprintf(out, size, "+%.*s +%s", (int)(space - words), words, space + 1);
    else
        (void)snprintf(out, size, "%s", words);
}

static void ask_palpate(
        struct bench *bench, const char *how, const char *kind, const char *words)
{
    char query[512];
    const palpate_search_options own = { .no_expand = 1 };
    const palpate_search_options *asked = strcmp(how, "own") == 0 ? &own : NULL;
    const palpate_render_options options = { .format = PALPATE_FORMAT_JSON };
    palpate_view json = { NULL, 0 };
    palpate_answer *answer = NULL;
    palpate_error err;

    write_query(query, sizeof query, kind, words);
    check(palpate_search(&answer, bench->searcher,
                  (palpate_view){ query, strlen(query) }, asked, &err) != PALPATE_OK,
            err.message);
    if (strcmp(how, "json") == 0)
        check(palpate_render(&json, answer, &options, &err) != PALPATE_OK, err.message);
    palpate_rendering_free(json);
    palpate_answer_free(answer);
}

static void ask_xapian(
        struct bench *bench, const char *how, const char *kind, const char *words)
{
    int is_stored = strcmp(how, "stored") == 0;
    char copy[512];
    xc_bytes terms[2];
    char stems[2][128];
    size_t count = 0;
    xc_search search = { .weighting = XC_WEIGHT_IMPACT,
        .limit = is_stored ? 128 : 10,
        .without_data = !is_stored };
    xc_hits *hits = NULL;
    xc_error err;

    (void)snprintf(copy, sizeof copy, "%s", words);
    for (char *word = strtok(copy, " "); word != NULL && count < 2;
            word = strtok(NULL, " ")) {
        size_t size = 0;
        check(xc_stemmer_stem(bench->stemmer, (xc_bytes){ word, strlen(word) },
                      stems[count], sizeof stems[count], &size, &err) != XC_OK,
                err.message);
        terms[count] = (xc_bytes){ stems[count], size };
        count++;
    }
    xc_pool_clear(bench->pool);
    check(xc_query_terms(&search.query, bench->pool,
                  strcmp(kind, "and") == 0 ? XC_AND : XC_OR, terms, count, 0,
                  &err) != XC_OK,
            err.message);
    check(xc_database_search(&hits, bench->database, &search, &err) != XC_OK,
            err.message);
    xc_hits_free(hits);
}

static void ask_fts5(struct bench *bench, const char *kind, const char *words)
{
    static sqlite3_stmt *statement;
    char query[512];
    const char *space = strchr(words, ' ');

    if (strcmp(kind, "phrase") == 0 || space == NULL)
        (void)snprintf(query, sizeof query, "\"%s\"", words);
    else
        (void)snprintf(query, sizeof query, "%.*s %s %s", (int)(space - words), words,
                strcmp(kind, "and") == 0 ? "AND" : "OR", space + 1);
    if (statement == NULL)
        check(sqlite3_prepare_v2(bench->fts,
                      "SELECT rowid FROM passages WHERE passages MATCH ? "
                      "ORDER BY rank LIMIT 10",
                      -1, &statement, NULL) != SQLITE_OK,
                sqlite3_errmsg(bench->fts));
    (void)sqlite3_reset(statement);
    (void)sqlite3_bind_text(statement, 1, query, -1, SQLITE_TRANSIENT);
    while (sqlite3_step(statement) == SQLITE_ROW)
        continue;
}

static void open_all(struct bench *bench, const char *how, const char *path)
{
    palpate_error err;
    xc_error reason;

    if (strcmp(how, "fts5") == 0) {
        check(sqlite3_open(path, &bench->fts) != SQLITE_OK, "no database of SQLite");
        return;
    }
    check(palpate_searcher_open(&bench->searcher, path, &err) != PALPATE_OK,
            err.message);
    check(xc_database_open(&bench->database, path, &reason) != XC_OK, reason.message);
    check(xc_pool_open(&bench->pool, &reason) != XC_OK, reason.message);
    check(xc_stemmer_open(&bench->stemmer, "english", &reason) != XC_OK,
            reason.message);
}

static void ask(
        struct bench *bench, const char *how, const char *kind, const char *words)
{
    if (strcmp(how, "fts5") == 0)
        ask_fts5(bench, kind, words);
    else if (strcmp(how, "bare") == 0 || strcmp(how, "stored") == 0)
        ask_xapian(bench, how, kind, words);
    else
        ask_palpate(bench, how, kind, words);
}

int main(int argc, char **argv)
{
    enum { MOST = 10000 };
    static char *lines[MOST];
    static double best[MOST];
    struct bench bench = { 0 };
    char line[512];
    size_t count = 0;

    check(argc != 5, "HOW INDEX QUERIES ROUNDS");
    FILE *queries = fopen(argv[3], "r");
    check(queries == NULL, "no queries");
    while (count < MOST && fgets(line, sizeof line, queries) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        lines[count++] = strdup(line);
    }
    open_all(&bench, argv[1], argv[2]);
    for (int round = 0; round < atoi(argv[4]); round++)
        for (size_t i = 0; i < count; i++) {
            char kind[64];
            (void)snprintf(
                    kind, sizeof kind, "%.*s", (int)strcspn(lines[i], "\t"), lines[i]);
            double start = now_us();
            ask(&bench, argv[1], kind, strchr(lines[i], '\t') + 1);
            double took = now_us() - start;
            if (round == 0 || took < best[i])
                best[i] = took;
        }
    for (size_t i = 0; i < count; i++)
        printf("%.*s\t%.1f\n", (int)strcspn(lines[i], "\t"), lines[i], best[i]);
    return 0;
}
