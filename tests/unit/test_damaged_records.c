#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <palpate/palpate.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_index.h"

/* Enough passages that their records fill more than a block. */
enum { COUNT = 150, FIRST = 4, BLOCK = 8192 };

/* Those that are asked for have a title that is found only by a record that is read,
   and a word that is spelled right only there.  The very first record is looked at when
   an index is opened, and these are not. */
static const struct fixture_passage ASKED[] = {
    { "https://a.example/", "Tennis elbow", "What helps at night",
            "Epicondylitis is sore when something is gripped.", KIND_OTHER, NULL },
    { "https://b.example/", "Tennis shoulder", "What helps at work",
            "The tendon is sore when the arm is lifted.", KIND_OTHER, NULL },
};
static struct fixture_passage passages[COUNT];
static char urls[COUNT][32];
static char texts[COUNT][96];

static void make_passages(void)
{
    for (unsigned i = 0; i < COUNT; i++) {
        (void)snprintf(urls[i], sizeof urls[i], "https://o%u.example/", i);
        (void)snprintf(texts[i], sizeof texts[i],
                "Number %u of %x and %x, of which nobody asks anything.", i, i * 7919,
                i * 104729);
        passages[i] = (struct fixture_passage){ urls[i], "Other", NULL, texts[i],
            KIND_OTHER, NULL };
    }
    passages[FIRST] = ASKED[0];
    passages[FIRST + 1] = ASKED[1];
}

static char *root;

/* What is said to one that types, a line each; PALPATE_OK or what went wrong. */
static palpate_status suggested(struct buffer *out, palpate_searcher *searcher,
        const char *typed, palpate_error *err)
{
    palpate_suggestions *all = NULL;
    palpate_status status = palpate_suggest(
            &all, searcher, (palpate_view){ typed, strlen(typed) }, NULL, err);

    for (size_t i = 0; all != NULL && i < all->count; i++) {
        buffer_append(out, all->items[i].text);
        buffer_append(out, all->items[i].url);
        buffer_append_string(out, "\n");
    }
    palpate_suggestions_free(all);
    return status;
}

/* How a word is spelled that nobody writes like that. */
static palpate_status spelled(
        struct buffer *out, palpate_searcher *searcher, palpate_error *err)
{
    palpate_answer *answer = NULL;
    palpate_status status =
            palpate_search(&answer, searcher, PALPATE_VIEW("epicondilitis"), NULL, err);

    if (status == PALPATE_OK) {
        buffer_append(out, answer->corrected);
        buffer_append(out, answer->suggestion);
    }
    palpate_answer_free(answer);
    return status;
}

static palpate_status ask(struct buffer *out, palpate_error *err)
{
    static const char *const TYPED[] = { "ten", "elb", "what helps", "shou" };
    palpate_searcher *searcher = NULL;
    palpate_status status = palpate_searcher_open(&searcher, root, err);

    for (size_t i = 0; status == PALPATE_OK && i < sizeof TYPED / sizeof *TYPED; i++)
        status = suggested(out, searcher, TYPED[i], err);
    if (status == PALPATE_OK)
        status = spelled(out, searcher, err);
    palpate_searcher_close(searcher);
    return status;
}

static void flip(FILE *file, long place)
{
    int byte = 0;

    assert_int_equal(fseek(file, place, SEEK_SET), 0);
    byte = fgetc(file);
    assert_int_equal(fseek(file, place, SEEK_SET), 0);
    assert_int_not_equal(fputc(byte ^ 1 << place % 8, file), EOF);
    assert_int_equal(fflush(file), 0);
}

/* Where the records are: in the values of a slot, of which the key is as Xapian writes
   it. */
static long first_records(FILE *file)
{
    static const char KEY[] = "\0\xd8\2\0\1";
    static char bytes[64 * BLOCK];

    assert_int_equal(fseek(file, 0, SEEK_SET), 0);
    palpate_view all = { bytes, fread(bytes, 1, sizeof bytes, file) };
    size_t place = view_find(all, (palpate_view){ KEY, sizeof KEY - 1 });
    assert_true(place < all.size);
    return (long)place;
}

static void no_damaged_record_is_left_out_of_suggestions_in_silence(void **state)
{
    enum { LAST = 900 };
    char path[256];
    struct buffer whole = { 0 };
    unsigned refused = 0;

    (void)state;
    make_passages();
    root = fixture_index_make(passages, COUNT, NULL);
    assert_int_equal(ask(&whole, NULL), PALPATE_OK);
    palpate_view said = buffer_view(&whole);
    assert_true(view_find(said, PALPATE_VIEW("epicondylitis")) < said.size);
    (void)snprintf(path, sizeof path, "%s/gen-000001/shard/postlist.glass", root);
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    long start = first_records(file);
    for (long place = start; place < start + LAST; place += 3) {
        struct buffer now = { 0 };
        palpate_error err = { PALPATE_OK, "" };
        flip(file, place);
        if (ask(&now, &err) != PALPATE_OK) {
            assert_non_null(strstr(err.message, "palpate-index"));
            refused++;
        } else {
            assert_int_equal(now.size, whole.size);
            assert_memory_equal(now.data, whole.data, whole.size);
        }
        flip(file, place);
        buffer_free(&now);
    }
    (void)fclose(file);
    assert_true(refused > 0);
    buffer_free(&whole);
    fixture_index_remove(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_damaged_record_is_left_out_of_suggestions_in_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
