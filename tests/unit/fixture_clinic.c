#include "fixture_clinic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "core/word_count.h"
#include "indexer/article/article_read.h"
#include "indexer/html/tree.h"

enum { SLACK = 30 };

static const char TITLE[] = "What Stretching Does for a Stiff Shoulder";

/* Of as many words as a post on a clinic's site has, title and headings included. */
const char CLINIC_ARTICLE[] =
        "<h1>What Stretching Does for a Stiff Shoulder</h1>"
        "<p>Stretching is a simple and well tried way to loosen a stiff shoulder. It "
        "takes "
        "a few minutes, no equipment, and some patience over several weeks. In this "
        "post "
        "we look at what people gain from stretching every day, and at the exercises "
        "that "
        "our physiotherapists teach most often.</p>"
        "<h2>What People Gain from It</h2><ol>"
        "<li><strong>Less pain:</strong> A shoulder that is moved often hurts less at "
        "night, as the capsule around the joint is not allowed to tighten any further. "
        "Many people notice a first change after about two weeks of practice.</li>"
        "<li><strong>More movement:</strong> The arm can be lifted higher and turned "
        "further outward once the tissue yields. This makes dressing, driving and "
        "combing the hair easier again.</li>"
        "<li><strong>Better circulation:</strong> Gentle movement brings blood to "
        "tendons "
        "that are poorly supplied at rest, and this may help them to recover.</li>"
        "<li><strong>Less tension:</strong> The muscles between neck and shoulder "
        "often "
        "guard a sore joint. They let go when the joint is moved slowly and without "
        "force.</li>"
        "<li><strong>Fewer setbacks:</strong> Whoever keeps the shoulder supple after "
        "recovery is less likely to have the same trouble again in the following "
        "year.</li>"
        "<li><strong>More confidence:</strong> People learn which movements are safe, "
        "and "
        "stop holding the arm against the body all day.</li></ol>"
        "<h2>Exercises That We Teach</h2><ol>"
        "<li><strong>Pendulum:</strong> Lean forward with one hand on a table and let "
        "the "
        "sore arm hang. Swing it in small circles for one minute, then change the "
        "direction. The weight of the arm opens the joint a little.</li>"
        "<li><strong>Wall walk:</strong> Face a wall and let the fingers climb as far "
        "as "
        "they can go without sharp pain. Hold for ten seconds and come down.</li>"
        "<li><strong>Towel stretch:</strong> Hold a towel behind the back with both "
        "hands, "
        "and pull the sore arm upward with the good one. Stop when the stretch is "
        "clear "
        "but still comfortable.</li>"
        "<li><strong>Sleeper stretch:</strong> Lie on the sore side with the elbow "
        "bent, "
        "and press the forearm gently towards the bed. It reaches the back of the "
        "capsule, which is often the stiffest part.</li></ol>"
        "<p>Stretching helps most people with a stiff shoulder, but not in a day. If "
        "you "
        "have had pain for more than six weeks, if the arm is weak, or if you had a "
        "fall, "
        "let a doctor or physiotherapist look at the joint first. They can tell what "
        "is "
        "stiff, what is torn, and which of these exercises suit you. Remember that a "
        "plan "
        "which you keep is better than a perfect one, so choose two exercises and do "
        "them "
        "every morning until the shoulder is free again.</p>";

struct buffer clinic_html;
struct article clinic_article;

static struct arena arena;

void clinic_add(const char *text)
{
    buffer_append_string(&clinic_html, text);
}

void clinic_add_sentences(unsigned number, unsigned count)
{
    static const char *const SENTENCES[] = {
        "Knee pain after a run has many causes, and most of them are harmless.",
        "Our clinic opens on Saturday mornings from the first week of next month.",
        "A good pillow keeps the neck in line with the rest of the spine.",
        "Winter sports put a strain on joints that have rested for a year.",
        "Shoes wear out from within long before anyone can see it from outside.",
        "The back likes to be moved, and it dislikes a chair more than a load.",
        "We asked three trainers what they would change about the usual warm up.",
        "Children grow in spurts, and their heels may hurt when they do.",
        "Many headaches begin in the neck and end with a walk in fresh air.",
        "An ankle that was sprained once is easily sprained again within months.",
        "Older people gain more from lifting weights than was believed for long.",
        "Massage after sport feels good, although muscles do not heal any faster.",
        "The new rooms on the second floor are reached by a lift and a ramp.",
    };
    enum { COUNT = sizeof SENTENCES / sizeof *SENTENCES };

    for (unsigned i = 0; i < count; i++) {
        buffer_append_format(
                &clinic_html, "%sOf %u: ", i == 0 ? "" : " ", number * 7 + i);
        clinic_add(SENTENCES[(number * 5 + i * 3) % COUNT]);
    }
}

void clinic_begin(void)
{
    buffer_clear(&clinic_html);
    clinic_add("<!doctype html><html lang=en><head><title>");
    clinic_add(TITLE);
    clinic_add(" | A Clinic</title></head><body><header><a href=/>A Clinic</a><nav><ul>"
               "<li><a href=/a>Treatments</a><li><a href=/b>Team</a><li><a "
               "href=/c>Contact</a>"
               "</ul></nav></header>");
}

void clinic_read(void)
{
    static const struct page_origin ORIGIN = { .shared = NULL };

    clinic_add("<footer><p>A Clinic, 5 Main Street. All rights "
               "reserved.</p></footer></body>");
    assert_false(clinic_html.failed);
    arena_clear(&arena);
    assert_int_equal(article_read(&clinic_article, &arena, buffer_view(&clinic_html),
                             &ORIGIN, NULL),
            PALPATE_OK);
}

bool clinic_has(const char *words)
{
    return view_find(clinic_article.text, view_of(words)) < clinic_article.text.size;
}

void clinic_assert_kept(uint32_t expected, const char *layout, unsigned teasers)
{
    uint32_t words = word_count(clinic_article.text);

    if (words + SLACK < expected || words > expected + SLACK)
        fail_msg("%s, %u teasers: %u words of %u", layout, teasers, words, expected);
    assert_true(clinic_has("Stretching is a simple"));
}

int clinic_set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

int clinic_tear_down(void **state)
{
    (void)state;
    buffer_free(&clinic_html);
    arena_free(&arena);
    return 0;
}
