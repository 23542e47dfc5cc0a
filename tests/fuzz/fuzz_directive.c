/* A text and the four terms of a directive: a match has its terms where it says. */
#include "core/view.h"
#include "fuzz.h"
#include "indexer/passage/text_directive.h"
#include "indexer/passage/visible_text.h"

static palpate_view fold(struct buffer *out, palpate_view text)
{
    visible_text_fold(out, text);
    return buffer_view(out);
}

static void require_match(const struct directive_match *match, palpate_view text,
        const struct text_directive *directive)
{
    palpate_view found = view_slice(text, match->start, match->end - match->start);

    REQUIRE(match->start < match->end && match->end <= text.size);
    REQUIRE(match->next > 0);
    REQUIRE(view_starts_with(found, directive->start));
    REQUIRE(view_ends_with(found, directive->end));
    REQUIRE(directive->end.size > 0 || found.size == directive->start.size);
}

void fuzz_one(palpate_view bytes)
{
    struct buffer folded[5] = { { .size = 0 } };
    palpate_view text = fold(&folded[0], fuzz_part(&bytes));
    struct text_directive directive = { .prefix = fold(&folded[1], fuzz_part(&bytes)),
        .start = fold(&folded[2], fuzz_part(&bytes)),
        .end = fold(&folded[3], fuzz_part(&bytes)),
        .suffix = fold(&folded[4], fuzz_part(&bytes)) };
    struct directive_match match;
    size_t effort = 1 << 20;
    size_t from = 0;

    while (directive.start.size > 0 &&
            text_directive_find(&match, text, &directive, from, &effort)) {
        require_match(&match, text, &directive);
        REQUIRE(match.next > from);
        from = match.next;
    }
    for (size_t i = 0; i < sizeof folded / sizeof *folded; i++)
        buffer_free(&folded[i]);
}
