#include "fixture_questions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_page.h"
#include "indexer/article/article_read.h"
#include "indexer/html/tree.h"

static struct arena arena;
struct article article;

void read_question_page(const char *html)
{
    const struct page_origin origin = { .url = { NULL, 0 } };

    arena_clear(&arena);
    assert_int_equal(
            article_read(&article, &arena, view_of(html), &origin, NULL), PALPATE_OK);
}

bool article_says(const char *words)
{
    return view_find(article.text, view_of(words)) < article.text.size;
}

const struct passage *passage_with(const char *words)
{
    const struct passage *found = NULL;

    for (uint32_t i = 0; i < article.passage_count; i++) {
        palpate_view text = article.passages[i].text;
        if (view_find(text, view_of(words)) == text.size)
            continue;
        assert_null(found);
        found = &article.passages[i];
    }
    if (found == NULL)
        fail_msg("no passage holds <%s>", words);
    return found;
}

void assert_heads(const char *label, const char *text)
{
    const struct passage *passage = passage_with(text);

    page_assert(passage->text, text);
    if (passage->heading_count == 0)
        fail_msg("<%s> has no heading", text);
    page_assert(passage->heading[passage->heading_count - 1], label);
    assert_true(article_says(label));
}

void assert_no_heading(const char *words)
{
    const struct passage *passage = passage_with(words);

    if (passage->heading_count > 0)
        fail_msg("<%s> stands under <%.*s>", words, (int)passage->heading[0].size,
                passage->heading[0].data);
}

int questions_set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

int questions_tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}
