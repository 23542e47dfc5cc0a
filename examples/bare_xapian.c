/* bare_xapian DATABASE QUERY: xapian-c alone, without palpate: stores three short
   documents and searches them for any of the words of QUERY.  Xapian's own tools read
   the database, too. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <xapian-c/xapian-c.h>

static const char *const texts[] = {
    "Neck pain often passes within days",
    "A frozen shoulder is stiff and painful",
    "Exercises help a painful shoulder",
};

enum { WORD_SIZE = 64 };

/* Reads the next word at `*text` into `word` as the stem of its letters, with the
   prefix "Z" that Xapian's tools give to stems; false after the last word. */
static bool next_term(
        char *word, size_t *size, const char **text, xc_stemmer *stemmer, xc_error *err)
{
    char letters[WORD_SIZE];
    size_t count = 0;

    while (**text && !isalpha((unsigned char)**text))
        ++*text;
    for (; isalpha((unsigned char)**text); ++*text)
        if (count < sizeof letters)
            letters[count++] = (char)tolower((unsigned char)**text);
    word[0] = 'Z';
    *size = 0;
    xc_bytes whole = { letters, count };
    if (count == 0 ||
            xc_stemmer_stem(stemmer, whole, word + 1, WORD_SIZE, size, err) != XC_OK)
        return false;
    ++*size;
    return true;
}

/* Adds a document with the terms and the text as its data. */
static xc_status add(
        xc_writer *writer, const char *text, xc_stemmer *stemmer, xc_error *err)
{
    xc_document *document = NULL;
    xc_bytes data = { text, strlen(text) };
    char word[WORD_SIZE + 1];
    size_t size;
    xc_status status = xc_document_open(&document, err);

    if (status == XC_OK)
        status = xc_document_set_data(document, data, err);
    while (status == XC_OK && next_term(word, &size, &text, stemmer, err))
        status = xc_document_add_term(document, (xc_bytes){ word, size }, 1, err);
    if (status == XC_OK)
        status = xc_writer_add(writer, document, NULL, err);
    xc_document_close(document);
    return status;
}

/* Makes the database anew. */
static xc_status store(const char *path, xc_stemmer *stemmer, xc_error *err)
{
    xc_writer *writer = NULL;
    xc_status status = xc_writer_open(&writer, path, XC_CREATE_OR_OVERWRITE, err);

    for (size_t i = 0; status == XC_OK && i < sizeof texts / sizeof *texts; i++)
        status = add(writer, texts[i], stemmer, err);
    if (status == XC_OK)
        status = xc_writer_commit(writer, err);
    xc_writer_close(writer);
    return status;
}

/* Prints the documents that have any of the words, the best first. */
static xc_status search(
        const char *path, const char *text, xc_stemmer *stemmer, xc_error *err)
{
    enum { MOST_WORDS = 16 };
    xc_database *database = NULL;
    xc_pool *pool = NULL;
    xc_hits *hits = NULL;
    const xc_query *terms[MOST_WORDS] = { NULL }, *any = NULL;
    size_t count = 0, size;
    char word[WORD_SIZE + 1];
    xc_status status = xc_database_open(&database, path, err);

    if (status == XC_OK)
        status = xc_pool_open(&pool, err);
    while (status == XC_OK && count < MOST_WORDS &&
            next_term(word, &size, &text, stemmer, err)) {
        status = xc_query_term(&terms[count], pool, (xc_bytes){ word, size }, 1, err);
        count++;
    }
    if (status == XC_OK)
        status = xc_query_combine(&any, pool, XC_OR, terms, count, 0, err);
    if (status == XC_OK)
        status = xc_database_search(&hits, database, &(xc_search){ .query = any }, err);
    for (size_t i = 0; status == XC_OK && i < hits->count; i++)
        printf("%.3f %.*s\n", hits->items[i].weight, (int)hits->items[i].data.size,
                hits->items[i].data.data);
    xc_hits_free(hits);
    xc_pool_close(pool);
    xc_database_close(database);
    return status;
}

int main(int argc, char **argv)
{
    xc_stemmer *stemmer = NULL;
    xc_error err;

    if (argc != 3) {
        fprintf(stderr, "usage: bare_xapian DATABASE QUERY\n");
        return 2;
    }
    xc_status status = xc_stemmer_open(&stemmer, "english", &err);
    if (status == XC_OK)
        status = store(argv[1], stemmer, &err);
    if (status == XC_OK)
        status = search(argv[1], argv[2], stemmer, &err);
    if (status != XC_OK)
        fprintf(stderr, "bare_xapian: %s: %s; %s\n", xc_status_text(status),
                err.message, xc_status_advice(status));
    xc_stemmer_close(stemmer);
    return status != XC_OK;
}
