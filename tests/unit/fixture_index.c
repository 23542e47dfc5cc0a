#include "fixture_index.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <xapian-c/xapian-c.h>

#include <cmocka.h>

#include "core/address.h"
#include "core/digest.h"
#include "core/impact.h"
#include "core/likeness.h"
#include "core/record.h"
#include "core/record_packing.h"
#include "core/schema.h"
#include "core/term.h"
#include "core/thesaurus.h"
#include "core/thesaurus_compile.h"
#include "core/view.h"
#include "indexer/article.h"
#include "indexer/shard/article_terms.h"
#include "indexer/shard/postings.h"
#include "indexer/shard/seal.h"

const char *fixture_curation;

static xc_bytes bytes_of(palpate_view view)
{
    return (xc_bytes){ view.data, view.size };
}

static void add_date(xc_document *document, const char *date)
{
    char digits[9];

    if (date == NULL)
        return;
    (void)snprintf(digits, sizeof digits, "%.4s%.2s%.2s", date, date + 5, date + 8);
    assert_int_equal(
            xc_document_set_value(document, SLOT_DATE, (xc_bytes){ digits, 8 }, NULL),
            XC_OK);
}

static void add_boolean(xc_document *document, const char *name)
{
    assert_int_equal(
            xc_document_add_boolean(document, bytes_of(view_of(name)), NULL), XC_OK);
}

static palpate_status add_term(
        void *user, palpate_view term, uint32_t impact, palpate_error *err)
{
    (void)err;
    assert_int_equal(xc_document_add_term(user, bytes_of(term), impact, NULL), XC_OK);
    return PALPATE_OK;
}

static void count_words(
        struct postings *postings, const char *text, enum passage_field field)
{
    assert_int_equal(
            postings_count(postings, view_of(text == NULL ? "" : text), field, NULL),
            PALPATE_OK);
}

/* Adds the terms of a passage; returns how many words its fields have. */
static struct field_counts add_words(xc_document *document, struct analyzer *analyzer,
        const struct fixture_passage *passage)
{
    struct postings *postings = NULL;

    assert_int_equal(postings_open(&postings, analyzer, NULL), PALPATE_OK);
    count_words(postings, passage->text, FIELD_TEXT);
    count_words(postings, passage->heading, FIELD_HEADING);
    count_words(postings, passage->title, FIELD_TITLE);
    assert_int_equal(
            postings_each(postings, false, add_term, document, NULL), PALPATE_OK);
    struct field_counts lengths = postings_lengths(postings);
    postings_close(postings);
    return lengths;
}

/* How many passages the article has that the first of `passages` opens. */
static uint32_t count_of_article(const struct fixture_passage *passages, size_t count)
{
    uint32_t of_article = 0;

    while (of_article < count && strcmp(passages[of_article].url, passages[0].url) == 0)
        of_article++;
    return of_article;
}

/* Adds the terms of the article that the first of `passages` opens. */
static void add_article_terms(xc_document *document, struct analyzer *analyzer,
        const struct fixture_passage *passages, size_t count)
{
    struct passage of_article[64] = { 0 };
    struct article article = { .title = view_of(passages[0].title),
        .passages = of_article };
    struct postings *postings = NULL;
    struct passage_runs runs = { .items = NULL };
    bool title_tells = false;

    article.passage_count = count_of_article(passages, count);
    assert_true(article.passage_count <= sizeof of_article / sizeof *of_article);
    for (size_t i = 0; i < article.passage_count; i++)
        of_article[i] = (struct passage){ .heading = { view_of(passages[i].heading) },
            .heading_count = passages[i].heading != NULL,
            .text = view_of(passages[i].text) };
    assert_int_equal(postings_open(&postings, analyzer, NULL), PALPATE_OK);
    assert_int_equal(
            article_terms_add(&title_tells, document, postings, &runs, &article, NULL),
            PALPATE_OK);
    free(runs.items);
    postings_close(postings);
}

static void set_record(xc_document *document, const struct passage_record *record,
        const struct article_record *article)
{
    struct buffer bytes = { 0 };
    struct buffer packed = { 0 };
    struct record_packing *packing = NULL;

    assert_int_equal(record_packing_open(&packing, view_of(""), NULL), PALPATE_OK);
    record_encode(&bytes, record, article);
    assert_int_equal(
            record_pack(&packed, packing, buffer_view(&bytes), NULL), PALPATE_OK);
    assert_int_equal(xc_document_set_value(document, SLOT_RECORD,
                             bytes_of(buffer_view(&packed)), NULL),
            XC_OK);
    record_packing_close(packing);
    buffer_free(&bytes);
    buffer_free(&packed);
}

static void add_passage(xc_writer *writer, xc_document *document,
        struct analyzer *analyzer, const struct fixture_passage *passage, size_t left,
        uint32_t ordinal)
{
    char name[ADDRESS_SITE + 1];
    char host[ADDRESS_SITE];
    uint64_t key = hash_of(view_of(passage->url));
    char key_bytes[8];

    assert_int_equal(xc_document_clear(document, NULL), XC_OK);
    struct field_counts lengths = add_words(document, analyzer, passage);
    if (ordinal == 0)
        add_article_terms(document, analyzer, passage, left);
    (void)snprintf(name, sizeof name, PREFIX_KIND "%s", kind_word(passage->kind).data);
    add_boolean(document, name);
    (void)snprintf(name, sizeof name, PREFIX_ARTICLE "%016" PRIx64, key);
    add_boolean(document, name);
    palpate_view site = address_site(view_of(passage->url), host);
    (void)snprintf(name, sizeof name, PREFIX_SITE "%.*s", (int)site.size, site.data);
    add_boolean(document, name);
    for (int i = 0; i < 8; i++)
        key_bytes[i] = (char)(key >> (56 - 8 * i));
    assert_int_equal(xc_document_set_value(
                             document, SLOT_ARTICLE, (xc_bytes){ key_bytes, 8 }, NULL),
            XC_OK);
    add_date(document, passage->date);

    const struct article_record article = { .url = view_of(passage->url),
        .facts.published = view_of(passage->date),
        .passage_count = count_of_article(passage, left) };
    const struct passage_record record = { .article = key,
        .ordinal = ordinal,
        .kind = passage->kind,
        .signature = likeness_signature(view_of(passage->text)),
        .lengths = lengths,
        .title = view_of(passage->title),
        .heading = { view_of(passage->heading) },
        .heading_count = passage->heading != NULL,
        .text = view_of(passage->text) };
    set_record(document, &record, &article);
    assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
}

static palpate_status add_entry(
        void *user, palpate_view key, palpate_view value, palpate_error *err)
{
    struct buffer name = { 0 };

    (void)err;
    buffer_append_string(&name, META_CONCEPT);
    buffer_append(&name, key);
    assert_int_equal(xc_writer_set_metadata(
                             user, bytes_of(buffer_view(&name)), bytes_of(value), NULL),
            XC_OK);
    buffer_free(&name);
    return PALPATE_OK;
}

static void add_metadata(
        xc_writer *writer, struct analyzer *analyzer, const char *thesaurus)
{
    const struct thesaurus_file file = { PALPATE_VIEW("thesaurus.tsv"),
        view_of(thesaurus == NULL ? "" : thesaurus) };
    struct buffer stamp = { 0 };

    schema_stamp(&stamp, analyzer);
    assert_int_equal(xc_writer_set_metadata(writer, bytes_of(view_of(META_STAMP)),
                             bytes_of(buffer_view(&stamp)), NULL),
            XC_OK);
    buffer_free(&stamp);
    if (fixture_curation != NULL) {
        assert_int_equal(
                xc_writer_set_metadata(writer, bytes_of(view_of(META_CURATION)),
                        bytes_of(view_of(fixture_curation)), NULL),
                XC_OK);
    }
    assert_int_equal(
            thesaurus_compile(&file, 1, analyzer, add_entry, writer, NULL), PALPATE_OK);
}

char *fixture_index_make(
        const struct fixture_passage *passages, size_t count, const char *thesaurus)
{
    char template[] = "/tmp/palpate-test-XXXXXX";
    char shard[64];
    char stub[64];
    static const char *const LINES[] = { "auto gen-000001/shard" };
    struct analyzer *analyzer = NULL;
    xc_document *document = NULL;
    xc_writer *writer = NULL;
    uint32_t ordinal = 0;

    assert_non_null(mkdtemp(template));
    (void)snprintf(shard, sizeof shard, "%s/gen-000001", template);
    assert_int_equal(mkdir(shard, 0777), 0);
    (void)snprintf(shard, sizeof shard, "%s/gen-000001/shard", template);
    (void)snprintf(stub, sizeof stub, "%s/XAPIANDB", template);
    assert_int_equal(analyzer_open(&analyzer, NULL), PALPATE_OK);
    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    assert_int_equal(
            xc_writer_open(&writer, shard, XC_CREATE | XC_NO_SYNC, NULL), XC_OK);
    for (size_t i = 0; i < count; i++) {
        bool is_next = i > 0 && strcmp(passages[i].url, passages[i - 1].url) == 0;
        ordinal = is_next ? ordinal + 1 : 0;
        add_passage(writer, document, analyzer, &passages[i], count - i, ordinal);
    }
    add_metadata(writer, analyzer, thesaurus);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_writer_close(writer);
    xc_document_close(document);
    analyzer_close(analyzer);
    assert_int_equal(seal_new(shard, NULL), PALPATE_OK);
    assert_int_equal(xc_stub_write(stub, LINES, 1, NULL), XC_OK);
    return strdup(template);
}

void fixture_index_remove(char *path)
{
    char command[128];

    (void)snprintf(command, sizeof command, "rm -rf '%s'", path);
    assert_int_equal(system(command), 0);
    free(path);
}
