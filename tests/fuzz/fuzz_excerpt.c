/* A word, a NUL and a text: the excerpt around the word has only words of the text, its
   marks are the word, and as HTML it is the same text. */
#include <stdlib.h>

#include "core/ascii.h"
#include "core/stemming.h"
#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"
#include "query/answer/excerpt.h"
#include "query/render/renderers.h"

enum { MAX_MARKS = 64 };

static size_t mark_word(
        struct sentence_mark *marks, palpate_view text, palpate_view word)
{
    size_t count = 0;
    size_t place = 0;

    while (word.size > 0 && count < MAX_MARKS) {
        size_t next = view_find(view_slice(text, place, text.size), word);
        if (place + next >= text.size)
            break;
        place += next;
        marks[count] = (struct sentence_mark){ { (uint32_t)place, (uint32_t)word.size },
            (uint32_t)count % 3, 1 + (double)(count % 2) };
        count++;
        place += word.size;
    }
    return count;
}

/* Every run of the excerpt without white space is one of the text. */
static void require_words(palpate_view excerpt, palpate_view text)
{
    for (size_t i = 0; i < excerpt.size;) {
        size_t end = i;
        while (end < excerpt.size && !ascii_is_blank(excerpt.data[end]))
            end++;
        palpate_view word = view_slice(excerpt, i, end - i);
        REQUIRE(word.size == 0 || view_find(text, word) < text.size);
        i = end + 1;
    }
}

static void require_marks(const struct excerpt *excerpt, palpate_view word)
{
    struct buffer html = { 0 };
    struct buffer plain = { 0 };
    size_t end = 0;

    for (size_t i = 0; i < excerpt->mark_count; i++) {
        palpate_span mark = excerpt->marks[i];
        REQUIRE(mark.size > 0 && mark.offset >= end);
        end = (size_t)mark.offset + mark.size;
        REQUIRE(end <= excerpt->text.size);
        REQUIRE(view_equals(view_slice(excerpt->text, mark.offset, mark.size), word));
    }
    render_marked_html(&html, excerpt->text, excerpt->marks, excerpt->mark_count);
    REQUIRE(fuzz_html_decode(&plain, buffer_view(&html), true));
    REQUIRE(view_equals(buffer_view(&plain), excerpt->text));
    buffer_free(&html);
    buffer_free(&plain);
}

void fuzz_one(palpate_view bytes)
{
    struct sentence_mark marks[MAX_MARKS];
    struct arena arena = { 0 };
    struct buffer text = { 0 };
    struct buffer word = { 0 };
    struct excerpt excerpt;

    /* Texts of the index are UTF-8. */
    utf8_append_repaired(&word, fuzz_part(&bytes));
    utf8_append_repaired(&text, bytes);
    size_t count = mark_word(marks, buffer_view(&text), buffer_view(&word));
    const struct excerpt_source source = { .text = buffer_view(&text),
        .marks = marks,
        .mark_count = count,
        .language = stemming_at(word.size), /* English beyond the last */
        .is_definition = word.size % 2 == 1 };
    REQUIRE(excerpt_make(&excerpt, &arena, &source, NULL) == PALPATE_OK);
    REQUIRE(utf8_is_valid(excerpt.text));
    require_words(excerpt.text, buffer_view(&text));
    require_marks(&excerpt, buffer_view(&word));
    arena_free(&arena);
    buffer_free(&text);
    buffer_free(&word);
}
