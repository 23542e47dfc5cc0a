/* What an index is about, from A to Z. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <palpate/topics.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_search.h"

#define PAGE(slug, title, heading)                                                 \
    {                                                                              \
        "https://c.example/" slug, title, heading, "It hurts, and that may last.", \
                KIND_OTHER, NULL                                                   \
    }

static const struct fixture_passage PASSAGES[] = {
    PAGE("cuff", "The rotator cuff", NULL),
    PAGE("frozen", "Frozen shoulder: what helps", NULL),
    PAGE("frozen2", "Frozen shoulder (capsulitis)", NULL),
    PAGE("frozen3", "FROZEN SHOULDER | Our clinic", NULL),
    PAGE("neck", "neck pain", NULL),
    PAGE("elbow", "Elbow trouble", "How long does it last?"),
    PAGE("heat", "HEAT OR COLD", NULL),
    PAGE("cold", "Heat or cold", NULL),
    PAGE("oedeme",
            "\xC5\x92"
            "d\xC3\xA8me du bras",
            NULL),
    PAGE("print", "3D gait analysis", NULL),
    PAGE("knie", "\xD0\xBA\xD0\xBE\xD0\xBB\xD0\xB5\xD0\xBD\xD0\xBE", NULL),
    PAGE("hidden", "Arnica", NULL),
    PAGE("sit", "Sit OR stand", NULL),
    PAGE("gout", "Gout", NULL),
    PAGE("hidden/gout", "Gout", NULL),
    /* What nobody looks for in such a list. */
    PAGE("welcome", "Welcome to our clinic", NULL),
    PAGE("contact", "Contact us", NULL),
    PAGE("ten", "10 tips for your back", NULL),
    PAGE("ask", "How long does it last", NULL),
    PAGE("ask2", "Swollen and hot? When it is gout", NULL),
    PAGE("story", "Why not all that aches after a long day is worth a visit", NULL),
    PAGE("stop", "This and that", NULL),
};

static palpate_topics *topics;

static int open_topics(void **state)
{
    (void)state;
    fixture_curation = "hide\t/hidden\n";
    int result =
            fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
    fixture_curation = NULL;
    return result;
}

static void list(uint32_t limit)
{
    const palpate_topic_options options = { .limit = limit };
    palpate_error err;

    palpate_topics_free(topics);
    if (palpate_topics_list(&topics, searcher, &options, &err) != PALPATE_OK)
        fail_msg("%s", err.message);
    assert_false(topics->is_partial);
}

static const palpate_topic *find(const char *text)
{
    for (size_t i = 0; i < topics->count; i++)
        if (view_equals(topics->items[i].text, view_of(text)))
            return &topics->items[i];
    return NULL;
}

static void assert_has(const char *text, const char *url, unsigned count)
{
    const palpate_topic *topic = find(text);

    if (topic == NULL) {
        fail_msg("no topic %s", text);
        return;
    }
    assert_true(view_equals(topic->url, view_of(url)));
    assert_int_equal(topic->count, count);
}

static void topics_go_from_a_to_z(void **state)
{
    struct buffer all = { 0 };

    (void)state;
    list(0);
    for (size_t i = 0; i < topics->count; i++) {
        buffer_append(&all, topics->items[i].letter);
        buffer_append_string(&all, " ");
        buffer_append(&all, topics->items[i].text);
        buffer_append_string(&all, "\n");
    }
    buffer_append(&all, (palpate_view){ "", 1 });
    assert_string_equal(all.data, "0-9 3D gait analysis\n"
                                  "E Elbow trouble\n"
                                  "F Frozen shoulder\n"
                                  "G Gout\n"
                                  "H Heat or cold\n"
                                  "N Neck pain\n"
                                  "O \xC5\x92"
                                  "d\xC3\xA8me du bras\n"
                                  "R The rotator cuff\n"
                                  "S Sit OR stand\n"
                                  "\xD0\x9A \xD0\x9A\xD0\xBE\xD0\xBB\xD0\xB5\xD0\xBD"
                                  "\xD0\xBE\n");
    buffer_free(&all);
}

static void a_topic_of_one_article_is_its_page_and_of_several_a_question(void **state)
{
    (void)state;
    list(0);
    assert_has("The rotator cuff", "https://c.example/cuff", 1);
    assert_has("Neck pain", "https://c.example/neck", 1);
    assert_has("Frozen shoulder", "", 3);
    assert_has("Heat or cold", "", 2);
    /* Signs of the query language are words in it. */
    assert_false(
            view_equals(find("Sit OR stand")->query, PALPATE_VIEW("Sit OR stand")));
}

static void what_most_are_about_stays_where_there_are_too_many(void **state)
{
    (void)state;
    list(2);
    assert_int_equal(topics->count, 2);
    assert_non_null(find("Frozen shoulder"));
    assert_non_null(find("Heat or cold"));
}

static void hidden_pages_are_no_topics(void **state)
{
    (void)state;
    list(PALPATE_MAX_TOPICS + 1);
    assert_null(find("Arnica"));
    assert_has("Gout", "https://c.example/gout", 1);
}

static int close_topics(void **state)
{
    palpate_topics_free(topics);
    topics = NULL;
    palpate_topics_free(NULL);
    return fixture_search_close(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(topics_go_from_a_to_z),
        cmocka_unit_test(a_topic_of_one_article_is_its_page_and_of_several_a_question),
        cmocka_unit_test(what_most_are_about_stays_where_there_are_too_many),
        cmocka_unit_test(hidden_pages_are_no_topics),
    };

    return cmocka_run_group_tests(tests, open_topics, close_topics);
}
