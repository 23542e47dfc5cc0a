#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/utf8.h"
#include "core/view.h"
#include "fixture_search.h"
#include "query/render/renderers.h"

/* Every query is answered: many at random, of parts that are made to hurt. */

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { ROUNDS = 6000 };
#else
enum { ROUNDS = 100000 };
#endif
enum { MAX_PARTS = 12, BUDGET_US = 2000000 };

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/frozen/", "Frozen shoulder", NULL,
            "Frozen shoulder is a stiff and painful shoulder joint. It thaws by "
            "itself.",
            KIND_DEFINITION, "2023-04-18" },
    { "https://c.example/frozen/", "Frozen shoulder", "Cautions",
            "Do not force the arm. Avoid the following:\nmanipulation with "
            "osteoporosis;\nheavy lifting;\npulling.",
            KIND_CONTRAINDICATIONS, "2023-04-18" },
    { "https://c.example/capsulitis/", "Adhesive capsulitis", "Stages",
            "Adhesive capsulitis goes through a painful and a stiff stage.",
            KIND_SYMPTOMS, "2021-01-02" },
    { "https://c.example/knee/", "Knee pain", "Is it safe?",
            "Can one run with it? No. There is no evidence that massage of the knee "
            "helps, unless it is swollen.",
            KIND_FAQ, "2020-06-30" },
    { "https://c.example/x/", "X-rays & <b>pictures</b>", NULL,
            "An X-ray of C5/6 shows bone, not nerves. \xC3\x9C"
            "bungen f\xC3\xBCr den R\xC3\xBC"
            "cken & <script>alert(1)</script>",
            KIND_DIAGNOSIS, NULL },
};

static const char THESAURUS[] =
        "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n"
        "muscle energy technique\tMET\tabbreviation\tusage\tambiguous\n"
        "knee pain\tgonalgia\tsynonym\tMeSH\n"
        "gonalgia\tknee pain\tsynonym\tcircle\n";

/* What a snippet must hold where it holds the first. */
static const char *const NEGATED[][2] = { { "force the arm", "Do not" },
    { "heavy lifting", "Avoid the following" },
    { "manipulation with", "Avoid the following" },
    { "pulling", "Avoid the following" }, { "Can one run", "No." },
    { "massage of the knee", "no evidence that" }, { "helps,", "unless" },
    { "nerves", "not" } };

static const char *const PARTS[] = { "knee", "frozen", "shoulder", "\"",
    "\"frozen shoulder\"", "(", ")", "((((", "))))", "+", "-", "+-+-", "AND", "OR",
    "NOT", "NEAR", "NEAR/3", "NEAR/0", "NEAR/99999", "NEAR/999999999999", "NEAR/-1",
    "*", "k*", "sh*", "*knee", "kn*e", "?", "a*b*c*", "**", "title:", "title:shoulder",
    "title:(", "heading:\"", "kind:exercises", "kind:x", "-kind:faq",
    "author:", "author:\"a b\"", "site:", "site:c.example", "lang:en", "date:2020..",
    "date:..", "date:..2021", "date:9999-99-99", "date:2020-05", "colour:red",
    "::::", "x:y:z", "MET", "gonalgia", "C5/6", "l4-l5", "x-ray", "\xE2\x80\x9C",
    "\xE2\x80\x9D", "\xE2\x80\x99", "don't", "\xFF\xFE", "\xC3", "\xF0\x9F\x92\x89",
    "\xED\xA0\x80", "\xE6\x96\x87\xE5\xAD\x97", "<mark>", "</mark>", "<script>",
    "&amp;", "'; DROP TABLE", "%00", "\\", "\\\"", "\x01", "\x7F", "the", "of the",
    "sholder", "fozen", "frozenshoulder", "thaws by itself", "\t", "\n", "NOT NOT",
    "AND AND", "OR (", "(knee OR hip) AND -(pain", "knee AND", "OR knee", "0", "1.5",
    "1,5", "-1", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
    "massage", "avoid", "lifting", "force", "run" };

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, THESAURUS);
}

static uint32_t next_random(void)
{
    static uint32_t state = 20260601;

    state = state * 1664525U + 1013904223U;
    return state >> 12;
}

static uint64_t processor_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static const palpate_view *asked; /* for messages */

static void assert_that(bool holds, const char *what)
{
    if (holds)
        return;
    for (size_t i = 0; i < asked->size && i < 400; i++)
        print_error("%02x", (unsigned char)asked->data[i]);
    fail_msg(": %s; as text: %.*s", what, (int)asked->size, asked->data);
}

static void assert_text(palpate_view text)
{
    assert_that(utf8_is_valid(text), "text is valid UTF-8");
}

static void assert_marks(palpate_view text, const palpate_span *marks, size_t count)
{
    struct buffer html = { 0 };
    size_t depth = 0;
    size_t end = 0;

    for (size_t i = 0; i < count; i++) {
        assert_that(marks[i].size > 0 && marks[i].offset >= end, "marks are apart");
        end = (size_t)marks[i].offset + marks[i].size;
        assert_that(end <= text.size, "marks are inside");
    }
    render_marked_html(&html, text, marks, count);
    palpate_view written = buffer_view(&html);
    assert_text(written);
    for (size_t i = 0; i < written.size; i++) {
        if (written.data[i] != '<')
            continue;
        palpate_view rest = view_slice(written, i, written.size);
        bool opens = view_starts_with(rest, PALPATE_VIEW("<mark>"));
        assert_that(opens ? depth == 0 : depth == 1, "tags are balanced");
        assert_that(opens || view_starts_with(rest, PALPATE_VIEW("</mark>")),
                "only marks are tags");
        depth = opens;
    }
    assert_that(depth == 0, "tags are closed");
    buffer_free(&html);
}

static bool has(palpate_view text, const char *words)
{
    return view_find(text, view_of(words)) < text.size;
}

static void assert_hit(const palpate_hit *hit)
{
    assert_text(hit->title);
    assert_text(hit->text);
    assert_text(hit->snippet);
    assert_text(hit->link);
    assert_marks(hit->text, hit->marks, hit->mark_count);
    assert_marks(hit->snippet, hit->snippet_marks, hit->snippet_mark_count);
    for (size_t i = 0; i < sizeof NEGATED / sizeof *NEGATED; i++)
        assert_that(
                !has(hit->snippet, NEGATED[i][0]) || has(hit->snippet, NEGATED[i][1]),
                NEGATED[i][0]);
    for (size_t i = 0; i < hit->more_count; i++)
        assert_hit(&hit->more[i]);
    if (hit->care != NULL)
        assert_hit(hit->care);
}

static void assert_answer(const palpate_search_options *options)
{
    size_t own = 0;

    assert_text(answer->query);
    assert_text(answer->read_as);
    assert_text(answer->corrected);
    assert_text(answer->suggestion);
    for (size_t i = 0; i < answer->note_count; i++)
        assert_text(answer->notes[i]);
    for (size_t i = 0; i < answer->expanded_count; i++)
        assert_text(answer->expanded[i].to);
    for (size_t i = 0; i < answer->hit_count; i++) {
        assert_hit(&answer->hits[i]);
        own += !answer->hits[i].is_related;
    }
    assert_that(answer->hit_count <= options->limit, "no more hits than asked for");
    assert_that(answer->total >= own, "the total counts the hits");
    assert_that(
            !answer->total_is_exact || own == options->limit || answer->total == own,
            "an exact total is that of the hits");
    for (size_t i = 0; i < answer->facet_count; i++)
        for (size_t k = 0; k < answer->facets[i].value_count; k++)
            assert_that(answer->facets[i].values[k].count > 0, "a facet counts hits");
}

static void ask_bytes(palpate_view query, const palpate_search_options *options)
{
    palpate_error err = { 0 };
    uint64_t start = processor_us();

    asked = &query;
    palpate_answer_free(answer);
    answer = NULL;
    if (palpate_search(&answer, searcher, query, options, &err) != PALPATE_OK)
        assert_that(false, err.message);
    assert_that(processor_us() - start < BUDGET_US, "an answer within its budget");
    assert_answer(options);
}

static void add_random_part(struct buffer *query)
{
    uint32_t choice = next_random();

    if (choice % 16 == 0)
        buffer_append_byte(query, (char)next_random());
    else
        buffer_append_string(query, PARTS[choice % (sizeof PARTS / sizeof *PARTS)]);
    if (next_random() % 4 != 0)
        buffer_append_byte(query, ' ');
}

static palpate_search_options random_options(void)
{
    uint32_t choice = next_random();

    return (palpate_search_options){ .limit = 1 + choice % 10,
        .group = choice / 16 % 4 == 0 ? PALPATE_GROUP_NONE : PALPATE_GROUP_ARTICLE,
        .sort = choice / 64 % 8 < 3 ? (palpate_sort)(choice / 64 % 8)
                                    : PALPATE_SORT_RELEVANCE,
        .no_expand = choice / 512 % 8 == 0,
        .explain = choice / 4096 % 8 == 0,
        .facet_values = choice / 32768 % 4 == 0 ? 3 : 0 };
}

static void any_words_and_operators_are_answered(void **state)
{
    struct buffer query = { 0 };

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        const palpate_search_options options = random_options();
        buffer_clear(&query);
        for (uint32_t k = next_random() % MAX_PARTS + 1; k > 0; k--)
            add_random_part(&query);
        ask_bytes(buffer_view(&query), &options);
    }
    buffer_free(&query);
}

static void any_bytes_are_answered(void **state)
{
    static const char SIGNS[] = "\"()+-*: \0ANDORT/";
    const palpate_search_options options = { .limit = 5 };
    char bytes[64];

    (void)state;
    for (int i = 0; i < ROUNDS / 10; i++) {
        size_t size = next_random() % sizeof bytes;
        for (size_t k = 0; k < size; k++) {
            uint32_t choice = next_random();
            bytes[k] = (char)(choice / 3);
            if (choice % 3 == 0)
                bytes[k] = SIGNS[choice / 3 % (sizeof SIGNS - 1)];
        }
        ask_bytes((palpate_view){ bytes, size }, &options);
    }
}

static void repeat(struct buffer *query, const char *part, const char *between)
{
    buffer_clear(query);
    for (int k = 0; k < 10000; k++) {
        buffer_append_string(query, part);
        buffer_append_string(query, between);
    }
}

/* One part over and over, up to far beyond the bounds. */
static void any_part_is_answered_ten_thousand_times_over(void **state)
{
    const palpate_search_options options = { .limit = 10, .facet_values = 2 };
    struct buffer query = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        repeat(&query, PARTS[i], " ");
        ask_bytes(buffer_view(&query), &options);
        repeat(&query, PARTS[i], "");
        ask_bytes(buffer_view(&query), &options);
    }
    buffer_free(&query);
}

/* Different words, so that nothing is the same term twice. */
static void a_query_of_ten_thousand_words_is_answered(void **state)
{
    static const char *const FORMATS[] = { "w%d ", "+w%d ", "-w%d ", "w%d* ",
        "\"w%d knee\" ", "w%d NEAR/9 ", "site:s%d.example ", "(w%d ", "title:w%d ",
        "kne%d " };
    const palpate_search_options options = { .limit = 10 };
    struct buffer query = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        buffer_clear(&query);
        for (int k = 0; k < 10000; k++) {
            char word[64];
            (void)snprintf(word, sizeof word, FORMATS[i], k);
            buffer_append_string(&query, word);
        }
        ask_bytes(buffer_view(&query), &options);
        assert_true(answer->note_count > 0);
    }
    buffer_free(&query);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_words_and_operators_are_answered),
        cmocka_unit_test(any_bytes_are_answered),
        cmocka_unit_test(any_part_is_answered_ten_thousand_times_over),
        cmocka_unit_test(a_query_of_ten_thousand_words_is_answered),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
