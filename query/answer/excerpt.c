#include "query/answer/excerpt.h"

#include "core/ascii.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/answer/negation.h"
#include "query/answer/reference.h"
#include "query/answer/sentences.h"

enum {
    MAX_SENTENCES = 3,
    MAX_WANTED = 64, /* terms that are told apart */
    ITEM_SIZE = 240, /* bytes; what is longer is no item of a list */
    CLAUSE = 80,     /* bytes around a negation that hold what it is about */
    ROOM_BEFORE = EXCERPT_SIZE * 3 / 2 /* bytes of an excerpt that takes in what it
                                           speaks of */
};

/* A run of sentences. */
struct window {
    size_t start; /* bytes */
    size_t end;
    double worth;
};

/* The weight of the marks inside: a term counts in full once and a tenth for each
   repetition, so that a sentence with two of the query's words beats one with one of
   them twice.  What stands in the name of another page is no answer. */
static double worth_of(const struct sentences *sentences, size_t first, size_t last)
{
    bool seen[MAX_WANTED] = { false };
    double worth = 0;
    size_t start = sentences_start(sentences, first);
    size_t end = sentences->ends[last];
    size_t sentence = first;

    for (size_t i = 0; i < sentences->mark_count; i++) {
        const struct sentence_mark *mark = &sentences->marks[i];
        if (mark->span.offset < start || mark->span.offset + mark->span.size > end)
            continue;
        while (sentences->ends[sentence] <= mark->span.offset)
            sentence++;
        if (mark->span.offset >= sentences->refers[sentence])
            continue;
        uint32_t wanted = mark->wanted % MAX_WANTED;
        worth += seen[wanted] ? mark->weight / 10 : mark->weight;
        seen[wanted] = true;
    }
    return worth;
}

/* The sentences from `first` to `last`; a longer run must earn its room, and one that
   warns says more than its words. */
static struct window window_of(
        const struct sentences *sentences, size_t first, size_t last)
{
    double worth =
            worth_of(sentences, first, last) * (1.0 - 0.05 * (double)(last - first));

    /* What forbids or denies says more than the weight of its words. */
    bool negates = false;
    for (size_t i = first; i <= last; i++)
        negates |= sentences->negates[i];
    if (negates)
        worth *= 1.25;
    if (sentences->defines[first])
        worth *= 1.15;
    return (struct window){ sentences_start(sentences, first), sentences->ends[last],
        worth };
}

/* The first sentence that does more than to name another page; the first of all where
   none does. */
static struct window first_sentence(const struct sentences *sentences)
{
    size_t i = 0;

    while (i < sentences->count && sentences_refer(sentences, i))
        i++;
    if (i >= sentences->count)
        return (struct window){ 0, sentences->count == 0 ? 0 : sentences->ends[0], 0 };
    return (struct window){ sentences_start(sentences, i), sentences->ends[i], 0 };
}

/* The best run of one to three sentences that fits; the earlier of equal ones. */
static struct window choose_sentences(const struct sentences *sentences)
{
    struct window best = { .worth = 0 };

    for (size_t first = 0; first < sentences->count; first++) {
        for (size_t count = 0; count < MAX_SENTENCES; count++) {
            if (first + count >= sentences->count)
                break;
            struct window window = window_of(sentences, first, first + count);
            if (count > 0 && window.end - window.start > EXCERPT_SIZE)
                break;
            if (window.worth > best.worth + 1e-9)
                best = window;
        }
    }
    return best.worth > 0 ? best : first_sentence(sentences);
}

/* The sentence that starts at `place`, sentences->count where none does. */
static size_t sentence_of(const struct sentences *sentences, size_t place)
{
    size_t i = 0;

    while (i < sentences->count && sentences_start(sentences, i) != place)
        i++;
    return i;
}

/* Whether a sentence goes on with one that leads in: an item in small letters. */
static bool goes_on(palpate_view sentence)
{
    return sentence.size > 0 && ascii_is_lower(sentence.data[0]);
}

/* The sentence that leads in the one at `first` ("Avoid the following:"), where it
   negates it, or is the start of it and near; `first` where there is none.  Long lines
   end a list. */
static size_t lead_of(const struct sentences *sentences, size_t first)
{
    for (size_t i = first; i-- > 0;) {
        palpate_view sentence = sentences_at(sentences, i);
        bool is_near =
                goes_on(sentences_at(sentences, first)) &&
                sentences->ends[first] - sentences_start(sentences, i) <= ROOM_BEFORE;
        if (negation_leads_in(sentence))
            return sentences->negates[i] || is_near ? i : first;
        if (sentence.size > ITEM_SIZE)
            return first;
    }
    return first;
}

/* Takes in the sentences that the window speaks of, while they fit; a definition from
   where it begins. */
static struct window reach_back(
        const struct sentences *sentences, struct window window, bool is_definition)
{
    size_t first = sentence_of(sentences, window.start);
    size_t from = first;

    while (from > 0 && from < sentences->count &&
            (is_definition || reference_leans_back(sentences_at(sentences, from))) &&
            !sentences_refer(sentences, from - 1))
        from--;
    if (from < sentences->count &&
            window.end - sentences_start(sentences, from) <= ROOM_BEFORE)
        window.start = sentences_start(sentences, from);
    else if (first > 0 && first < sentences->count &&
             reference_leans_back(sentences_at(sentences, first)) &&
             !sentences_refer(sentences, first - 1) &&
             window.end - sentences_start(sentences, first - 1) <= ROOM_BEFORE)
        window.start = sentences_start(sentences, first - 1);
    return window;
}

/* Takes in what stands before and says that the opposite is meant.  Where a list is so
   long that its lead-in is too far away, the lead-in and the start of the list are
   shown instead. */
static struct window lead_in(const struct sentences *sentences, struct window window)
{
    size_t first = sentence_of(sentences, window.start);

    while (first > 0 && first < sentences->count &&
            negation_leans_back(sentences_at(sentences, first), sentences->language))
        first--;
    if (first == sentences->count)
        return window;
    first = lead_of(sentences, first);
    window.start = sentences_start(sentences, first);
    if (window.end - window.start <= (size_t)EXCERPT_SIZE * 2)
        return window;
    size_t last = first;
    while (last + 1 < sentences->count &&
            sentences->ends[last + 1] - window.start <= EXCERPT_SIZE)
        last++;
    if (last > first && sentences->ends[last] < window.end)
        window.end = sentences->ends[last];
    return window;
}

/* Whether a sentence must follow what ends before it: it limits that, or it is what
   that leads in. */
static bool must_follow(const struct sentences *sentences, size_t i)
{
    return negation_limits(sentences_at(sentences, i), sentences->language) ||
           (i > 0 && sentences->negates[i - 1] &&
                   negation_leads_in(sentences_at(sentences, i - 1)));
}

/* Takes in neighbours while they fit, and the ones that must follow in any case. */
static struct window widen(const struct sentences *sentences, struct window window)
{
    for (size_t i = 0; i < sentences->count; i++) {
        size_t start = sentences_start(sentences, i);
        size_t end = sentences->ends[i];
        if (start != window.end)
            continue;
        if (!must_follow(sentences, i) &&
                (end - window.start > EXCERPT_SIZE || sentences_refer(sentences, i)))
            break;
        window.end = end;
    }
    return window;
}

/* Takes a part of a window apart as far as nothing outside of it negates. */
static struct window keep_negations(
        const struct sentences *sentences, struct window window, struct window part)
{
    palpate_view text = view_slice(sentences->text, 0, window.end);
    size_t first = negation_find(text, window.start, sentences->language);
    size_t last = first;

    if (first < part.start)
        part.start = first > window.start + CLAUSE ? first - CLAUSE : window.start;
    for (size_t next = first; next < text.size;
            next = negation_find(text, next + 1, sentences->language))
        last = next;
    if (last < text.size && last + CLAUSE > part.end)
        part.end = last + CLAUSE < window.end ? last + CLAUSE : window.end;
    return part;
}

/* What is much longer than an excerpt: the words around its first mark, with all that
   negates, wherever in it that stands. */
static struct window shorten(const struct sentences *sentences, struct window window)
{
    enum { BEFORE = EXCERPT_SIZE / 2 };
    palpate_view text = sentences->text;
    size_t first = window.start;

    if (window.end - window.start <= (size_t)EXCERPT_SIZE * 2)
        return window;
    for (size_t i = sentences->mark_count; i-- > 0;)
        if (sentences->marks[i].span.offset >= window.start &&
                sentences->marks[i].span.offset < window.end)
            first = sentences->marks[i].span.offset;
    struct window part = { .start = first > window.start + BEFORE ? first - BEFORE
                                                                  : window.start };
    part.end = part.start + EXCERPT_SIZE < window.end ? part.start + EXCERPT_SIZE
                                                      : window.end;
    part = keep_negations(sentences, window, part);
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
        const struct sentences *sentences, struct window window, palpate_error *err)
{
    out->marks = arena_zeroed(arena, sentences->mark_count + 1, sizeof *out->marks);
    if (out->marks == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for an excerpt");
    for (size_t i = 0; i < sentences->mark_count; i++) {
        palpate_span span = sentences->marks[i].span;
        if (span.offset < window.start || span.offset + span.size > window.end)
            continue;
        span.offset -= (uint32_t)window.start;
        out->marks[out->mark_count++] = span;
    }
    return PALPATE_OK;
}

palpate_status excerpt_make(struct excerpt *out, struct arena *arena,
        const struct excerpt_source *source, palpate_error *err)
{
    palpate_view text = source->text;
    struct sentences sentences;

    *out = (struct excerpt){ .text = { "", 0 } };
    sentences_read(
            &sentences, text, source->marks, source->mark_count, source->language);
    struct window window =
            reach_back(&sentences, choose_sentences(&sentences), source->is_definition);
    window = shorten(&sentences, widen(&sentences, lead_in(&sentences, window)));
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
    return copy_marks(out, arena, &sentences, window, err);
}
