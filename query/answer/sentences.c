#include "query/answer/sentences.h"

#include "core/sentence.h"
#include "core/view.h"
#include "query/answer/negation.h"
#include "query/answer/reference.h"

enum { SUBJECT = 40 /* bytes after a subject in which it is said what it is */ };

static void find_sentences(struct sentences *sentences)
{
    size_t place = 0;

    while (place < sentences->text.size && sentences->count < SENTENCES) {
        size_t start = place;
        place = sentence_end(sentences->text, place);
        palpate_view sentence = view_slice(sentences->text, start, place - start);
        sentences->negates[sentences->count] =
                negation_find(sentence, 0, sentences->language) < sentence.size;
        sentences->ends[sentences->count++] = place;
    }
}

size_t sentences_start(const struct sentences *sentences, size_t place)
{
    return place == 0 ? 0 : sentences->ends[place - 1];
}

palpate_view sentences_at(const struct sentences *sentences, size_t place)
{
    size_t start = sentences_start(sentences, place);

    return view_slice(sentences->text, start, sentences->ends[place] - start);
}

bool sentences_refer(const struct sentences *sentences, size_t place)
{
    return !sentences->negates[place] &&
           reference_is_all(sentences_at(sentences, place));
}

/* Whether a sentence says after its first mark what that is: "Frozen shoulder is …". */
static bool says_what_it_is(
        const struct sentences *sentences, palpate_span mark, size_t end)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT(" is a "),
        PALPATE_VIEW_INIT(" is an "), PALPATE_VIEW_INIT(" is the "),
        PALPATE_VIEW_INIT(" is when "), PALPATE_VIEW_INIT(" are "),
        PALPATE_VIEW_INIT(" means "), PALPATE_VIEW_INIT(" refers to "),
        PALPATE_VIEW_INIT(" describes "), PALPATE_VIEW_INIT(" is pain "),
        PALPATE_VIEW_INIT(" is inflammation ") };
    size_t from = (size_t)mark.offset + mark.size;
    size_t to = end > from + SUBJECT ? from + SUBJECT : end;
    palpate_view after = view_slice(sentences->text, from, to > from ? to - from : 0);

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_find(after, WORDS[i]) < after.size)
            return true;
    return false;
}

/* Looks at the sentences with marks: what they name of other pages, what they define.
 */
static void read_marked(struct sentences *sentences)
{
    enum { ARTICLE = 4 /* "The " */ };
    size_t i = 0;
    size_t read = SENTENCES;

    for (size_t k = 0; k < sentences->count; k++)
        sentences->refers[k] = sentences->ends[k];
    for (size_t k = 0; k < sentences->mark_count; k++) {
        palpate_span span = sentences->marks[k].span;
        while (i < sentences->count && sentences->ends[i] <= span.offset)
            i++;
        if (i == sentences->count)
            return;
        if (i == read)
            continue;
        size_t start = sentences_start(sentences, i);
        sentences->defines[i] = span.offset <= start + ARTICLE &&
                                says_what_it_is(sentences, span, sentences->ends[i]);
        if (sentences_refer(sentences, i))
            sentences->refers[i] = start;
        else if (!sentences->negates[i])
            sentences->refers[i] =
                    start + reference_to_page(sentences_at(sentences, i));
        read = i;
    }
}

void sentences_read(struct sentences *out, palpate_view text,
        const struct sentence_mark *marks, size_t mark_count,
        const struct stemming *language)
{
    *out = (struct sentences){
        .text = text, .language = language, .marks = marks, .mark_count = mark_count
    };
    find_sentences(out);
    read_marked(out);
}
