#include "query/answer/excerpt.h"

#include "core/ascii.h"
#include "core/fail.h"
#include "core/sentence.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/answer/negation.h"
#include "query/answer/reference.h"

enum {
    MAX_SENTENCES = 3,
    LOOKED_AT = 256, /* sentences of a passage that are considered */
    MAX_WANTED = 64, /* terms that are told apart */
    ITEM_SIZE = 240, /* bytes; what is longer is no item of a list */
    CLAUSE = 80,     /* bytes around a negation that hold what it is about */
    ROOM_BEFORE = EXCERPT_SIZE * 3 / 2, /* bytes of an excerpt that takes in what it
                                           speaks of */
    SUBJECT = 40 /* bytes after a subject in which it is said what it is */
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
    size_t refers[LOOKED_AT]; /* where a sentence with marks begins to name another
                                 page, the start of one that does nothing else, its end
                               */
    bool defines[LOOKED_AT];  /* it starts with a mark, and says what that is */
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

static size_t start_of(const struct chooser *chooser, size_t sentence)
{
    return sentence == 0 ? 0 : chooser->ends[sentence - 1];
}

static palpate_view sentence_at(const struct chooser *chooser, size_t i)
{
    size_t start = start_of(chooser, i);

    return view_slice(chooser->text, start, chooser->ends[i] - start);
}

/* One that forbids something does not only send to another page. */
static bool is_referral(const struct chooser *chooser, size_t i)
{
    return !chooser->negates[i] && reference_is_all(sentence_at(chooser, i));
}

/* Whether a sentence says after its first mark what that is: "Frozen shoulder is …". */
static bool says_what_it_is(
        const struct chooser *chooser, palpate_span mark, size_t end)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT(" is a "),
        PALPATE_VIEW_INIT(" is an "), PALPATE_VIEW_INIT(" is the "),
        PALPATE_VIEW_INIT(" is when "), PALPATE_VIEW_INIT(" are "),
        PALPATE_VIEW_INIT(" means "), PALPATE_VIEW_INIT(" refers to "),
        PALPATE_VIEW_INIT(" describes "), PALPATE_VIEW_INIT(" is pain "),
        PALPATE_VIEW_INIT(" is inflammation ") };
    size_t from = (size_t)mark.offset + mark.size;
    size_t to = end > from + SUBJECT ? from + SUBJECT : end;
    palpate_view after = view_slice(chooser->text, from, to > from ? to - from : 0);

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_find(after, WORDS[i]) < after.size)
            return true;
    return false;
}

/* Looks at the sentences with marks: what they name of other pages, what they define.
 */
static void read_marked(struct chooser *chooser)
{
    enum { ARTICLE = 4 /* "The " */ };
    size_t i = 0;
    size_t read = LOOKED_AT;

    for (size_t k = 0; k < chooser->count; k++)
        chooser->refers[k] = chooser->ends[k];
    for (size_t k = 0; k < chooser->mark_count; k++) {
        palpate_span span = chooser->marks[k].span;
        while (i < chooser->count && chooser->ends[i] <= span.offset)
            i++;
        if (i == chooser->count)
            return;
        if (i == read)
            continue;
        size_t start = start_of(chooser, i);
        chooser->defines[i] = span.offset <= start + ARTICLE &&
                              says_what_it_is(chooser, span, chooser->ends[i]);
        if (is_referral(chooser, i))
            chooser->refers[i] = start;
        else if (!chooser->negates[i])
            chooser->refers[i] = start + reference_to_page(sentence_at(chooser, i));
        read = i;
    }
}

/* The weight of the marks inside: a term counts in full once and a tenth for each
   repetition, so that a sentence with two of the query's words beats one with one of
   them twice.  What stands in the name of another page is no answer. */
static double worth_of(const struct chooser *chooser, size_t first, size_t last)
{
    bool seen[MAX_WANTED] = { false };
    double worth = 0;
    size_t start = start_of(chooser, first);
    size_t end = chooser->ends[last];
    size_t sentence = first;

    for (size_t i = 0; i < chooser->mark_count; i++) {
        const struct excerpt_mark *mark = &chooser->marks[i];
        if (mark->span.offset < start || mark->span.offset + mark->span.size > end)
            continue;
        while (chooser->ends[sentence] <= mark->span.offset)
            sentence++;
        if (mark->span.offset >= chooser->refers[sentence])
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
    double worth =
            worth_of(chooser, first, last) * (1.0 - 0.05 * (double)(last - first));

    /* What forbids or denies says more than the weight of its words. */
    bool negates = false;
    for (size_t i = first; i <= last; i++)
        negates |= chooser->negates[i];
    if (negates)
        worth *= 1.25;
    if (chooser->defines[first])
        worth *= 1.15;
    return (struct window){ start_of(chooser, first), chooser->ends[last], worth };
}

/* The first sentence that does more than to name another page; the first of all where
   none does. */
static struct window first_sentence(const struct chooser *chooser)
{
    size_t i = 0;

    while (i < chooser->count && is_referral(chooser, i))
        i++;
    if (i >= chooser->count)
        return (struct window){ 0, chooser->count == 0 ? 0 : chooser->ends[0], 0 };
    return (struct window){ start_of(chooser, i), chooser->ends[i], 0 };
}

/* The best run of one to three sentences that fits; the earlier of equal ones. */
static struct window choose_sentences(const struct chooser *chooser)
{
    struct window best = { .worth = 0 };

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
    return best.worth > 0 ? best : first_sentence(chooser);
}

/* The sentence that starts at `place`, chooser->count where none does. */
static size_t sentence_of(const struct chooser *chooser, size_t place)
{
    size_t i = 0;

    while (i < chooser->count && start_of(chooser, i) != place)
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
static size_t lead_of(const struct chooser *chooser, size_t first)
{
    for (size_t i = first; i-- > 0;) {
        palpate_view sentence = sentence_at(chooser, i);
        bool is_near = goes_on(sentence_at(chooser, first)) &&
                       chooser->ends[first] - start_of(chooser, i) <= ROOM_BEFORE;
        if (negation_leads_in(sentence))
            return chooser->negates[i] || is_near ? i : first;
        if (sentence.size > ITEM_SIZE)
            return first;
    }
    return first;
}

/* Takes in the sentences that the window speaks of, while they fit; a definition from
   where it begins. */
static struct window reach_back(
        const struct chooser *chooser, struct window window, bool is_definition)
{
    size_t first = sentence_of(chooser, window.start);
    size_t from = first;

    while (from > 0 && from < chooser->count &&
            (is_definition || reference_leans_back(sentence_at(chooser, from))) &&
            !is_referral(chooser, from - 1))
        from--;
    if (from < chooser->count && window.end - start_of(chooser, from) <= ROOM_BEFORE)
        window.start = start_of(chooser, from);
    else if (first > 0 && first < chooser->count &&
             reference_leans_back(sentence_at(chooser, first)) &&
             !is_referral(chooser, first - 1) &&
             window.end - start_of(chooser, first - 1) <= ROOM_BEFORE)
        window.start = start_of(chooser, first - 1);
    return window;
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
    window.start = start_of(chooser, first);
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
        size_t start = start_of(chooser, i);
        size_t end = chooser->ends[i];
        if (start != window.end)
            continue;
        if (!must_follow(chooser, i) &&
                (end - window.start > EXCERPT_SIZE || is_referral(chooser, i)))
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
        const struct excerpt_mark *marks, size_t mark_count, bool is_definition,
        palpate_error *err)
{
    struct chooser chooser = { .text = text, .marks = marks, .mark_count = mark_count };

    *out = (struct excerpt){ .text = { "", 0 } };
    find_sentences(&chooser);
    read_marked(&chooser);
    struct window window =
            reach_back(&chooser, choose_sentences(&chooser), is_definition);
    window = shorten(&chooser, widen(&chooser, lead_in(&chooser, window)));
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
