#include "query/answer/excerpt.h"

#include "core/fail.h"
#include "core/sentence.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/answer/negation.h"

enum {
    MAX_SENTENCES = 3,
    LOOKED_AT = 256, /* sentences of a passage that are considered */
    MAX_WANTED = 64, /* terms that are told apart */
    ITEM_SIZE = 240, /* bytes; what is longer is no item of a list */
    CLAUSE = 80      /* bytes around a negation that hold what it is about */
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
    bool negates[LOOKED_AT];
    size_t count;
};

static void find_sentences(struct chooser *chooser)
{
    size_t place = 0;

    while (place < chooser->text.size && chooser->count < LOOKED_AT) {
        size_t start = place;
        place = sentence_end(chooser->text, place);
        palpate_view sentence = view_slice(chooser->text, start, place - start);
        chooser->negates[chooser->count] = negation_find(sentence, 0) < sentence.size;
        chooser->ends[chooser->count++] = place;
    }
}

/* The weight of the marks inside: a term counts in full once and a tenth for each
   repetition, so that a sentence with two of the query's words beats one with one of
   them twice. */
static double worth_of(const struct chooser *chooser, size_t start, size_t end)
{
    bool seen[MAX_WANTED] = { false };
    double worth = 0;

    for (size_t i = 0; i < chooser->mark_count; i++) {
        const struct excerpt_mark *mark = &chooser->marks[i];
        if (mark->span.offset < start || mark->span.offset + mark->span.size > end)
            continue;
        uint32_t wanted = mark->wanted % MAX_WANTED;
        worth += seen[wanted] ? mark->weight / 10 : mark->weight;
        seen[wanted] = true;
    }
    return worth;
}

/* The sentences from `first` to `last`; a longer run must earn its room, and one that
   warns says more than its words. */
static struct window window_of(const struct chooser *chooser, size_t first, size_t last)
{
    size_t start = first == 0 ? 0 : chooser->ends[first - 1];
    size_t end = chooser->ends[last];
    double worth =
            worth_of(chooser, start, end) * (1.0 - 0.05 * (double)(last - first));

    /* What forbids or denies says more than the weight of its words. */
    bool negates = false;
    for (size_t i = first; i <= last; i++)
        negates |= chooser->negates[i];
    if (negates)
        worth *= 1.25;
    return (struct window){ start, end, worth };
}

/* The best run of one to three sentences that fits; the earlier of equal ones. */
static struct window choose_sentences(const struct chooser *chooser)
{
    struct window best = { 0, chooser->count == 0 ? 0 : chooser->ends[0], -1 };

    for (size_t first = 0; first < chooser->count; first++) {
        for (size_t count = 0; count < MAX_SENTENCES; count++) {
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

static palpate_view sentence_at(const struct chooser *chooser, size_t i)
{
    size_t start = i == 0 ? 0 : chooser->ends[i - 1];

    return view_slice(chooser->text, start, chooser->ends[i] - start);
}

/* The sentence that starts at `place`, chooser->count where none does. */
static size_t sentence_of(const struct chooser *chooser, size_t place)
{
    size_t i = 0;

    while (i < chooser->count && (i == 0 ? 0 : chooser->ends[i - 1]) != place)
        i++;
    return i;
}

/* The sentence that leads in the one at `first` ("Avoid the following:"), where it
   negates it; `first` where there is none.  Long lines end a list. */
static size_t lead_of(const struct chooser *chooser, size_t first)
{
    for (size_t i = first; i-- > 0;) {
        palpate_view sentence = sentence_at(chooser, i);
        if (negation_leads_in(sentence))
            return chooser->negates[i] ? i : first;
        if (sentence.size > ITEM_SIZE)
            return first;
    }
    return first;
}

/* Takes in what stands before and says that the opposite is meant.  Where a list is so
   long that its lead-in is too far away, the lead-in and the start of the list are
   shown instead. */
static struct window lead_in(const struct chooser *chooser, struct window window)
{
    size_t first = sentence_of(chooser, window.start);

    while (first > 0 && first < chooser->count &&
            negation_leans_back(sentence_at(chooser, first)))
        first--;
    if (first == chooser->count)
        return window;
    first = lead_of(chooser, first);
    window.start = first == 0 ? 0 : chooser->ends[first - 1];
    if (window.end - window.start <= (size_t)EXCERPT_SIZE * 2)
        return window;
    size_t last = first;
    while (last + 1 < chooser->count &&
            chooser->ends[last + 1] - window.start <= EXCERPT_SIZE)
        last++;
    if (last > first && chooser->ends[last] < window.end)
        window.end = chooser->ends[last];
    return window;
}

/* Whether a sentence must follow what ends before it: it limits that, or it is what
   that leads in. */
static bool must_follow(const struct chooser *chooser, size_t i)
{
    return negation_limits(sentence_at(chooser, i)) ||
           (i > 0 && chooser->negates[i - 1] &&
                   negation_leads_in(sentence_at(chooser, i - 1)));
}

/* Takes in neighbours while they fit, and the ones that must follow in any case. */
static struct window widen(const struct chooser *chooser, struct window window)
{
    for (size_t i = 0; i < chooser->count; i++) {
        size_t start = i == 0 ? 0 : chooser->ends[i - 1];
        size_t end = chooser->ends[i];
        if (start != window.end)
            continue;
        if (!must_follow(chooser, i) && end - window.start > EXCERPT_SIZE)
            break;
        window.end = end;
    }
    return window;
}

/* Takes a part of a window apart as far as nothing outside of it negates. */
static struct window keep_negations(
        const struct chooser *chooser, struct window window, struct window part)
{
    palpate_view text = view_slice(chooser->text, 0, window.end);
    size_t first = negation_find(text, window.start);
    size_t last = first;

    if (first < part.start)
        part.start = first > window.start + CLAUSE ? first - CLAUSE : window.start;
    for (size_t next = first; next < text.size; next = negation_find(text, next + 1))
        last = next;
    if (last < text.size && last + CLAUSE > part.end)
        part.end = last + CLAUSE < window.end ? last + CLAUSE : window.end;
    return part;
}

/* What is much longer than an excerpt: the words around its first mark, with all that
   negates, wherever in it that stands. */
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
    struct window part = { .start = first > window.start + BEFORE ? first - BEFORE
                                                                  : window.start };
    part.end = part.start + EXCERPT_SIZE < window.end ? part.start + EXCERPT_SIZE
                                                      : window.end;
    part = keep_negations(chooser, window, part);
    while (part.start > window.start && part.start < first &&
            text.data[part.start - 1] != ' ')
        part.start++;
    while (part.end < window.end && part.end > first && text.data[part.end] != ' ')
        part.end++;
    window.start = utf8_floor(text, part.start);
    window.end = utf8_floor(text, part.end);
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
    struct window window =
            widen(&chooser, lead_in(&chooser, choose_sentences(&chooser)));
    window = shorten(&chooser, window);
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
