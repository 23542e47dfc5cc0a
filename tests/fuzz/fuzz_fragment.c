/* Any bytes stand in an article: the fragment that is made of a passage is found on the
   page again, once, as a browser would read it. */
#include "core/view.h"
#include "fuzz.h"
#include "indexer/article/reading.h"
#include "indexer/html/charset.h"
#include "indexer/passage/text_directive.h"
#include "indexer/passage/visible_text.h"

static const char BEFORE[] =
        "<title>Knee</title><main><article><h1>Knee</h1><p>A knee that was rested for "
        "weeks is stiff, and it takes some days of walking, a little further on each "
        "of "
        "them, until it bends as it did before.</p>";

static palpate_view decoded(struct buffer *out, palpate_view term)
{
    struct buffer plain = { 0 };

    REQUIRE(fuzz_percent_decode(&plain, term));
    visible_text_fold(out, buffer_view(&plain));
    buffer_free(&plain);
    return buffer_view(out);
}

/* Reads "prefix-,start,end,-suffix". */
static void read_directive(
        struct text_directive *directive, struct buffer parts[4], palpate_view fragment)
{
    bool has_start = false;

    while (fragment.size > 0) {
        size_t comma = view_find(fragment, PALPATE_VIEW(","));
        palpate_view term = view_slice(fragment, 0, comma);
        fragment = view_slice(fragment, comma + 1, fragment.size);
        if (view_ends_with(term, PALPATE_VIEW("-")))
            directive->prefix = decoded(&parts[0], view_slice(term, 0, term.size - 1));
        else if (view_starts_with(term, PALPATE_VIEW("-")))
            directive->suffix = decoded(&parts[1], view_slice(term, 1, term.size));
        else if (has_start)
            directive->end = decoded(&parts[2], term);
        else
            directive->start = decoded(&parts[3], term);
        has_start = directive->start.size > 0;
    }
}

static void require_found(const struct visible_text *page, palpate_view fragment)
{
    struct buffer parts[4] = { { .size = 0 } };
    struct text_directive directive = { .prefix = { NULL, 0 } };
    struct directive_match match;
    size_t effort = SIZE_MAX;

    read_directive(&directive, parts, fragment);
    REQUIRE(directive.start.size > 0);
    REQUIRE(text_directive_find(&match, page->folded, &directive, 0, &effort));
    REQUIRE(!text_directive_find(
            &match, page->folded, &directive, match.next, &effort));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        buffer_free(&parts[i]);
}

void fuzz_one(palpate_view bytes)
{
    static const struct page_origin ORIGIN = { .robots = { NULL, 0 } };
    struct arena arena = { 0 };
    struct buffer html = { 0 };
    struct page_reading reading;
    struct visible_text page;

    tree_library_init();
    buffer_append_string(&html, BEFORE);
    buffer_append(&html, bytes);
    buffer_append_string(&html, "</article></main>");
    REQUIRE(page_reading_make(&reading, &arena, buffer_view(&html), &ORIGIN, NULL) ==
            PALPATE_OK);
    if (reading.instead == NULL && visible_text_read(&page, &arena, &reading.tree))
        for (uint32_t i = 0; i < reading.article.passage_count; i++)
            if (reading.article.passages[i].fragment.size > 0)
                require_found(&page, reading.article.passages[i].fragment);
    arena_free(&arena);
    buffer_free(&html);
}
