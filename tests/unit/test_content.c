#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article/article_read.h"

#define P(words)                                                            \
    "<p>" words                                                             \
    " is stiff in the morning, and it eases when it is moved a little and " \
    "kept warm for a while.</p>"
#define HEAD "<!doctype html><title>Knee</title><main><article><h1>Knee</h1>"
#define TAIL "</article></main>"

static struct arena arena;
static struct article article;

static void read_with(const char *html, const struct shared_blocks *shared)
{
    const struct page_origin origin = { .url = { NULL, 0 }, .shared = shared };

    arena_clear(&arena);
    assert_int_equal(
            article_read(&article, &arena, view_of(html), &origin, NULL), PALPATE_OK);
}

static void read_page(const char *html)
{
    read_with(html, NULL);
}

static bool has(const char *words)
{
    return view_find(article.text, view_of(words)) < article.text.size;
}

/* The passage that holds `words`, doubtful ones too; NULL where none does. */
static const struct passage *passage_with(const char *words)
{
    for (uint32_t i = 0; i < article.passage_count; i++)
        if (view_find(article.passages[i].text, view_of(words)) <
                article.passages[i].text.size)
            return &article.passages[i];
    return NULL;
}

static void rows_and_terms_amid_an_article_are_kept(void **state)
{
    (void)state;
    read_page(HEAD P(
            "The knee") "<h2>Which for what?</h2><table><tr><th>Problem<th>Choice"
                        "<tr><td>Sprain<td>Cold<tr><td>Back pain<td>Heat</table>" P(
                                "The hip") "<dl><dt>Acute<dd>A day<dt>Chronic<dd>A "
                                           "year</dl>" P("The ankle") TAIL);
    assert_true(has("Sprain | Cold"));
    assert_true(has("Acute"));
    assert_true(has("A year"));
    assert_true(has("Which for what?"));
}

static void a_table_that_lays_out_the_page_is_not_kept_whole(void **state)
{
    (void)state;
    read_page("<table><tr><td class=menu><a href=/a>Knee</a><br><a "
              "href=/b>Hip</a></td><td>"
              "<h1>Knee</h1>" P("The knee") P("The hip") P("The ankle")
                      P("The toe") "</td></tr><tr><td class=footer>Copyright A clinic. "
                                   "All rights "
                                   "reserved.</td></tr></table>");
    assert_true(has("The hip is stiff"));
    assert_false(has("Copyright"));
}

static void what_many_pages_share_is_left_out(void **state)
{
    static const char NOTICE[] =
            "Did you know? We also treat frozen shoulder, elbows, heels "
            "and backs, on every day of the week.";
    struct shared_blocks shared;
    struct shared_blocks_learner learner = { .pages = 0 };
    struct block_hashes voice;
    struct buffer html = { 0 };

    (void)state;
    for (int i = 0; i < 5; i++) {
        const struct page_origin origin = { .url = { NULL, 0 } };
        buffer_clear(&html);
        buffer_append_format(
                &html, HEAD P("Joint %d") P("Hip %d") "<p>%s</p>" TAIL, i, i, NOTICE);
        arena_clear(&arena);
        assert_int_equal(
                article_block_hashes(&voice, &arena, buffer_view(&html), &origin, NULL),
                PALPATE_OK);
        shared_blocks_add(&learner, &voice);
    }
    assert_int_equal(shared_blocks_learn(&shared, &learner, NULL), PALPATE_OK);
    assert_int_equal(shared.count, 1);
    buffer_append_byte(&html, '\0');
    read_page(html.data);
    assert_true(has("Did you know?"));
    read_with(html.data, &shared);
    assert_false(has("Did you know?"));
    assert_true(has("Joint 4 is stiff"));
    shared_blocks_free(&shared);
    buffer_free(&html);
}

static void what_is_shared_survives_the_index(void **state)
{
    struct shared_blocks_learner learner = { .pages = 0 };
    struct block blocks[] = { { .text = view_of(
                                        "Call our clinic on every day of the week") },
        { .text = view_of("Symptoms of a stiff and sore knee"), .kind = BLOCK_HEADING },
        { .text = view_of("Read more") } };
    const struct blocks page = { .items = blocks, .count = 3 };
    const palpate_view host = PALPATE_VIEW("a.example");
    struct block_hashes voice;
    struct shared_blocks learnt;
    struct shared_blocks read;
    struct buffer bytes = { 0 };

    (void)state;
    arena_clear(&arena);
    assert_true(shared_blocks_collect(&voice, &arena, host, &page));
    for (int i = 0; i < SHARED_PAGES; i++)
        shared_blocks_add(&learner, &voice);
    assert_int_equal(shared_blocks_learn(&learnt, &learner, NULL), PALPATE_OK);
    shared_blocks_write(&bytes, &learnt);
    assert_true(shared_blocks_read(&read, buffer_view(&bytes)));
    assert_true(shared_blocks_has(&read, host, blocks[0].text));
    assert_false(shared_blocks_has(&read, PALPATE_VIEW("b.example"), blocks[0].text));
    assert_false(shared_blocks_has(
            &read, host, blocks[1].text)); /* articles share headings */
    assert_false(shared_blocks_has(&read, host, blocks[2].text)); /* and labels */
    assert_false(shared_blocks_has(NULL, host, blocks[0].text));
    shared_blocks_free(&learnt);
    shared_blocks_free(&read);
    buffer_free(&bytes);
}

static void readers_comments_stand_apart(void **state)
{
    (void)state;
    read_page(HEAD P("The knee") P("The hip") P("The ankle") P(
            "The toe") "</article>"
                       "<div id=comments class=comments-area><h2>2 Comments</h2><ol "
                       "class=comment-list><li class=comment><div "
                       "class=comment-body><p>Thank "
                       "you, that was a great help to me, really, and to my mother, "
                       "too.</p></div></ol></div></main>");
    assert_false(has("Thank you"));
    const struct passage *comment = passage_with("Thank you");
    if (comment != NULL) {
        assert_int_equal(comment->kind, KIND_COMMENT);
        assert_true(comment->is_doubtful);
        assert_int_equal(comment->heading_count, 0);
    }
}

static void what_a_page_asks_to_leave_out_is_left_out(void **state)
{
    (void)state;
    read_page(HEAD P("The knee") "<!--htdig_noindex-->" P(
            "The secret") "<!--/htdig_noindex-->"
                          "<div data-pagefind-ignore>" P(
                                  "The hidden") "</div>"
                                                "<p data-nosnippet>A whisper that is "
                                                "no longer stiff in the morning.</p>" P(
                                                        "The ankle") TAIL);
    assert_true(has("The knee"));
    assert_true(has("The ankle"));
    assert_false(has("The secret"));
    assert_false(has("The hidden"));
    assert_false(has("A whisper"));
    assert_null(passage_with("The secret"));
}

static void a_page_made_by_scripts_is_read_without_them(void **state)
{
    (void)state;
    read_page("<title>Knee</title><div id=root></div><noscript><h1>Knee</h1>" P(
            "The knee") P("The hip") P("The ankle") "</noscript>");
    assert_true(has("The hip is stiff"));
}

static void a_copy_for_phones_is_read_once(void **state)
{
    (void)state;
    read_page(HEAD "<div class=desktop>" P("The knee") P("The hip")
                    P("The ankle") "</div>"
                                   "<div class=mobile>" P("The knee") P("The hip")
                                           P("The ankle") "</div>" TAIL);
    size_t first = view_find(article.text, PALPATE_VIEW("The hip"));
    assert_true(first < article.text.size);
    palpate_view rest = view_slice(article.text, first + 1, article.text.size);
    assert_int_equal(view_find(rest, PALPATE_VIEW("The hip")), rest.size);
}

#define CAPTION                                                                    \
    "<figure><img src=a.png><figcaption>Heel raises over a step, which people do " \
    "slowly, and with the toes on a towel.</figcaption></figure>"

static void a_caption_is_read_once(void **state)
{
    (void)state;
    read_page(HEAD P("The knee") CAPTION P("The hip") CAPTION P("The ankle")
                    CAPTION TAIL);
    size_t first = view_find(article.text, PALPATE_VIEW("Heel raises"));
    palpate_view rest = view_slice(article.text, first + 1, article.text.size);
    assert_int_equal(view_find(rest, PALPATE_VIEW("Heel raises")), rest.size);
}

static void what_follows_an_article_is_not_of_it(void **state)
{
    static const char *const HEADINGS[] = { "About the author", "BOOK NOW",
        "Book an appointment today", "Our other services", "Disclaimer",
        "What our patients say" };

    (void)state;
    for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++) {
        char html[4096];
        (void)snprintf(html, sizeof html,
                HEAD P("The knee") P("The hip") P("The ankle") P("The toe")
                        P("The heel") "<h2>The arm</h2>" P("The elbow") "<h2>%s</h2>" P(
                                "The other") TAIL,
                HEADINGS[i]);
        read_page(html);
        assert_true(has("The elbow"));
        assert_false(has("The other"));
        assert_false(has(HEADINGS[i]));
    }
}

static void what_the_article_goes_on_after_is_of_it(void **state)
{
    (void)state;
    /* Other sections follow, it is most of the page, or the heading says more. */
    read_page(HEAD P("The knee") P("The hip") P("The ankle") P("The toe") P(
            "The heel") "<h2>Book now</h2>" P("The other") "<h2>The arm</h2>" P("The "
                                                                                "elbow")
                    P("The wrist") P("The thumb") TAIL);
    assert_true(has("The other"));
    read_page(HEAD P("The knee") "<h2>Our other services</h2>" P("The other")
                    P("The hip") P("The toe") TAIL);
    assert_true(has("The other"));
    read_page(HEAD P("The knee") P("The hip") P("The ankle") P("The toe")
                    P("The heel") "<h2>Subscribers of a gym and their knees</h2>" P(
                            "The "
                            "other") TAIL);
    assert_true(has("The other"));
}

static void an_item_carries_what_leads_it_in(void **state)
{
    (void)state;
    read_page(HEAD P(
            "The knee") "<p>Techniques include:</p><ul><li>long strokes along the "
                        "muscle with the flat hand, which most people find pleasant "
                        "and which warm "
                        "the tissue<li>slow circles with two fingers around the joint, "
                        "from the "
                        "edge to the middle of it and back to the edge "
                        "again</ul>" TAIL);
    const struct passage *item = passage_with("slow circles");
    assert_non_null(item);
    assert_true(
            view_starts_with(item->text, PALPATE_VIEW("Techniques include:\nslow")));
    /* The link lands on the item and not on what leads it in. */
    assert_true(view_starts_with(item->fragment, PALPATE_VIEW("slow%20circles")));
}

static void a_question_stays_with_its_answer(void **state)
{
    (void)state;
    read_page(HEAD P("The knee") P("The hip") P("The heel") P("The toe")
                    P("The arm") "<p>May I keep running with it?</p>"
                                 "<p>Yes, as long as the pain stays mild and is gone "
                                 "on the next day.</p>" TAIL);
    const struct passage *asked = passage_with("May I keep running");
    assert_non_null(asked);
    assert_ptr_equal(asked, passage_with("Yes, as long as"));
}

static void a_passage_never_ends_with_the_next_question(void **state)
{
    (void)state;
    read_page(HEAD P("The knee") "<p>May I keep running with it?</p>" TAIL);
    const struct passage *before = passage_with("The knee");
    assert_false(view_ends_with(before->text, PALPATE_VIEW("?")));
    assert_true(has("May I keep running"));
    read_page(HEAD P("The knee") "<p>May I keep running with it?</p><h2>Rest</h2>" P(
            "The hip") TAIL);
    before = passage_with("The knee");
    assert_false(view_ends_with(before->text, PALPATE_VIEW("?")));
    const struct passage *rest = passage_with("The hip");
    assert_int_equal(view_find(rest->text, PALPATE_VIEW("running")), rest->text.size);
}

static void questions_in_a_row_have_a_passage_each(void **state)
{
    (void)state;
    read_page(HEAD P(
            "The knee") "<p>May I run?</p><p>Yes, as long as the pain is mild.</p>"
                        "<p>May I swim?</p><p>Yes, and it is easier on the knee "
                        "than running.</p>" TAIL);
    assert_ptr_equal(passage_with("May I run"), passage_with("the pain is mild"));
    assert_ptr_equal(passage_with("May I swim"), passage_with("easier on the knee"));
    assert_ptr_not_equal(passage_with("May I run"), passage_with("May I swim"));
}

static void a_heading_shares_the_fate_of_what_it_heads(void **state)
{
    (void)state;
    read_page(
            "<!doctype html><title>Knee</title><meta property=og:type content=article>"
            "<main><article><h1>Knee</h1>" P("The knee") P("The hip")
                    P("The heel") "<h3>Subscribe</h3>" P("The toe")
                            P("The arm") "<h3>More from our pages</h3><ul "
                                         "class=related><li><a href=/1>Stiff hips and "
                                         "what helps</a></li><li><a href=/2>Sore heels "
                                         "and what helps</a></li></ul>"
                                         "</article></main>");
    assert_true(has("The toe"));
    assert_false(has("More from our pages"));
    assert_false(has("Stiff hips"));
}

static void a_page_of_one_line_is_not_lost(void **state)
{
    (void)state;
    read_page("<title>Number 5</title><main><article><h1>Number 5</h1>"
              "<p>Text of page 5 about knees.</p></article></main>");
    assert_true(has("about knees"));
}

static int set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_terms_amid_an_article_are_kept),
        cmocka_unit_test(a_table_that_lays_out_the_page_is_not_kept_whole),
        cmocka_unit_test(what_many_pages_share_is_left_out),
        cmocka_unit_test(what_is_shared_survives_the_index),
        cmocka_unit_test(readers_comments_stand_apart),
        cmocka_unit_test(what_a_page_asks_to_leave_out_is_left_out),
        cmocka_unit_test(a_page_made_by_scripts_is_read_without_them),
        cmocka_unit_test(a_copy_for_phones_is_read_once),
        cmocka_unit_test(a_caption_is_read_once),
        cmocka_unit_test(what_follows_an_article_is_not_of_it),
        cmocka_unit_test(what_the_article_goes_on_after_is_of_it),
        cmocka_unit_test(an_item_carries_what_leads_it_in),
        cmocka_unit_test(a_question_stays_with_its_answer),
        cmocka_unit_test(a_passage_never_ends_with_the_next_question),
        cmocka_unit_test(questions_in_a_row_have_a_passage_each),
        cmocka_unit_test(a_heading_shares_the_fate_of_what_it_heads),
        cmocka_unit_test(a_page_of_one_line_is_not_lost),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
