#include "query/excerpt.h"

#include "core/fail.h"
#include "core/sentence.h"
#include "core/utf8.h"
#include "core/view.h"

enum {
    SENTENCES_MOST = 3,
    LOOKED_AT = 256, /* sentences of a passage that are considered */
    WANTED_MOST = 64 /* terms that are told apart */
};

/* A run of sentences. */
struct window {
    size_t start; /* bytes */
    size_t end;
    double worth;
};

struct chooser {
    palpate_view text;
    const struct excerpt_mark *marks;
    size_t mark_count;
    size_t ends[LOOKED_AT]; /* of the sentences */
    size_t count;
};

static void find_sentences(struct chooser *chooser)
{
    size_t place = 0;

    while (place < chooser->text.size && chooser->count < LOOKED_AT) {
        place = sentence_end(chooser->text, place);
        chooser->ends[chooser->count++] = place;
    }
}

/* The weight of the marks inside: a term counts in full once and a tenth for each
   repetition, so that a sentence with two of the query's words beats one with one of
   them twice. */
static double worth_of(const struct chooser *chooser, size_t start, size_t end)
{
    bool seen[WANTED_MOST] = { false };
    double worth = 0;

    for (size_t i = 0; i < chooser->mark_count; i++) {
        const struct excerpt_mark *mark = &chooser->marks[i];
        if (mark->span.offset < start || mark->span.offset + mark->span.size > end)
            continue;
        uint32_t wanted = mark->wanted % WANTED_MOST;
        worth += seen[wanted] ? mark->weight / 10 : mark->weight;
        seen[wanted] = true;
    }
    return worth;
}

/* Whether a sentence forbids or denies: it says more than its words' weight. */
static bool warns(palpate_view sentence)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT(" not "),
        PALPATE_VIEW_INIT("avoid"), PALPATE_VIEW_INIT("never "),
        PALPATE_VIEW_INIT("no: "), PALPATE_VIEW_INIT("no, "),
        PALPATE_VIEW_INIT("no evidence"), PALPATE_VIEW_INIT("contraindicat"),
        PALPATE_VIEW_INIT("unsafe") };

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_find_ignoring_case(sentence, WORDS[i]) < sentence.size)
            return true;
    return false;
}

/* Whether a sentence takes back or limits what stands before it: it is never cut off.
 */
static bool limits_the_one_before(palpate_view sentence)
{
    static const palpate_view STARTS[] = { PALPATE_VIEW_INIT("but "),
        PALPATE_VIEW_INIT("however"), PALPATE_VIEW_INIT("unless"),
        PALPATE_VIEW_INIT("except"), PALPATE_VIEW_INIT("do not"),
        PALPATE_VIEW_INIT("don't"), PALPATE_VIEW_INIT("never"),
        PALPATE_VIEW_INIT("avoid"), PALPATE_VIEW_INIT("not "),
        PALPATE_VIEW_INIT("stop ") };

    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (view_equals_ignoring_case(
                    view_slice(sentence, 0, STARTS[i].size), STARTS[i]))
            return true;
    return false;
}

/* The sentences from `first` to `last`; a longer run must earn its room, and one that
   warns says more than its words. */
static struct window window_of(const struct chooser *chooser, size_t first, size_t last)
{
    size_t start = first == 0 ? 0 : chooser->ends[first - 1];
    size_t end = chooser->ends[last];
    double worth =
            worth_of(chooser, start, end) * (1.0 - 0.05 * (double)(last - first));

    if (warns(view_slice(chooser->text, start, end - start)))
        worth *= 1.25;
    return (struct window){ start, end, worth };
}

/* The best run of one to three sentences that fits; the earlier of equal ones. */
static struct window choose(const struct chooser *chooser)
{
    struct window best = { 0, chooser->count == 0 ? 0 : chooser->ends[0], -1 };

    for (size_t first = 0; first < chooser->count; first++) {
        for (size_t count = 0; count < SENTENCES_MOST; count++) {
            if (first + count >= chooser->count)
                break;
            struct window window = window_of(chooser, first, first + count);
            if (count > 0 && window.end - window.start > EXCERPT_SIZE)
                break;
            if (window.worth > best.worth + 1e-9)
                best = window;
        }
    }
    return best;
}

/* Takes in neighbours while they fit, and the one that limits what was chosen in any
 * case. */
static struct window widen(const struct chooser *chooser, struct window window)
{
    for (size_t i = 0; i < chooser->count; i++) {
        size_t start = i == 0 ? 0 : chooser->ends[i - 1];
        size_t end = chooser->ends[i];
        if (start != window.end)
            continue;
        bool limits =
                limits_the_one_before(view_slice(chooser->text, start, end - start));
        if (!limits && end - window.start > EXCERPT_SIZE)
            break;
        window.end = end;
    }
    return window;
}

/* A sentence longer than an excerpt: the words around its first mark, with what negates
   them, which in English stands before them. */
static struct window shorten(const struct chooser *chooser, struct window window)
{
    enum { BEFORE = EXCERPT_SIZE / 2 };
    palpate_view text = chooser->text;
    size_t first = window.start;

    if (window.end - window.start <= (size_t)EXCERPT_SIZE * 2)
        return window;
    for (size_t i = chooser->mark_count; i-- > 0;)
        if (chooser->marks[i].span.offset >= window.start &&
                chooser->marks[i].span.offset < window.end)
            first = chooser->marks[i].span.offset;
    size_t start = first > window.start + BEFORE ? first - BEFORE : window.start;
    size_t end = start + EXCERPT_SIZE < window.end ? start + EXCERPT_SIZE : window.end;
    while (start > window.start && start < first && text.data[start - 1] != ' ')
        start++;
    while (end < window.end && end > first && text.data[end] != ' ')
        end--;
    window.start = utf8_floor(text, start);
    window.end = utf8_floor(text, end > window.start ? end : window.end);
    return window;
}

static palpate_status copy_marks(struct excerpt *out, struct arena *arena,
        const struct chooser *chooser, struct window window, palpate_error *err)
{
    out->marks = arena_zeroed(arena, chooser->mark_count + 1, sizeof *out->marks);
    if (out->marks == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for an excerpt");
    for (size_t i = 0; i < chooser->mark_count; i++) {
        palpate_span span = chooser->marks[i].span;
        if (span.offset < window.start || span.offset + span.size > window.end)
            continue;
        span.offset -= (uint32_t)window.start;
        out->marks[out->mark_count++] = span;
    }
    return PALPATE_OK;
}

palpate_status excerpt_make(struct excerpt *out, struct arena *arena, palpate_view text,
        const struct excerpt_mark *marks, size_t mark_count, palpate_error *err)
{
    struct chooser chooser = { .text = text, .marks = marks, .mark_count = mark_count };

    *out = (struct excerpt){ .text = { "", 0 } };
    find_sentences(&chooser);
    struct window window = shorten(&chooser, widen(&chooser, choose(&chooser)));
    palpate_view chosen =
            view_trim(view_slice(text, window.start, window.end - window.start));
    if (chosen.size == 0)
        return PALPATE_OK;
    window.start = (size_t)(chosen.data - text.data);
    window.end = window.start + chosen.size;
    out->text = arena_copy(arena, chosen);
    if (out->text.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for an excerpt");
    out->starts_inside = view_trim(view_slice(text, 0, window.start)).size > 0;
    out->ends_inside = view_trim(view_slice(text, window.end, text.size)).size > 0;
    return copy_marks(out, arena, &chooser, window, err);
}
