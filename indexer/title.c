#include "indexer/title.h"

#include <stdbool.h>
#include <stddef.h>

#include "core/digest.h"
#include "core/token.h"
#include "core/view.h"

enum {
    WORDS_MOST = 64, /* of a title that are compared */
    /* A heading that shares so many (percent) of the words with the document's title
       speaks of the same; one that shares fewer is the site's or a section's. */
    SAME_SHARE = 20
};

/* The folded words of a title, as numbers. */
struct words {
    uint64_t items[WORDS_MOST];
    unsigned count;
};

static struct words words_of(palpate_view text)
{
    struct words words = { .count = 0 };
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (words.count < WORDS_MOST && token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        size_t size = word_fold(view_slice(text, token.offset, token.size), folded);
        words.items[words.count++] = hash_of((palpate_view){ folded, size });
    }
    return words;
}

static bool holds(const struct words *words, uint64_t word)
{
    for (unsigned i = 0; i < words->count; i++)
        if (words->items[i] == word)
            return true;
    return false;
}

/* Percent of the words of both that both have (Jaccard). */
static unsigned share_of(palpate_view a, palpate_view b)
{
    struct words left = words_of(a);
    struct words right = words_of(b);
    unsigned both = 0;

    for (unsigned i = 0; i < left.count; i++)
        both += holds(&right, left.items[i]);
    unsigned all = left.count + right.count - both;
    return all == 0 || both > all ? 0 : both * 100 / all;
}

static bool says_same(palpate_view a, palpate_view b)
{
    struct words left = words_of(a);
    struct words right = words_of(b);

    if (left.count == 0 || left.count != right.count)
        return false;
    for (unsigned i = 0; i < left.count; i++)
        if (left.items[i] != right.items[i])
            return false;
    return true;
}

/* Takes the next part off `*title`: what stands before a separator. */
static palpate_view next_part(palpate_view *title)
{
    static const palpate_view SEPARATORS[] = { PALPATE_VIEW_INIT("|"),
        PALPATE_VIEW_INIT(" - "), PALPATE_VIEW_INIT(" \xE2\x80\x93 "),
        PALPATE_VIEW_INIT(" \xE2\x80\x94 "), PALPATE_VIEW_INIT(" \xC2\xB7 "),
        PALPATE_VIEW_INIT(" \xE2\x80\xA2 "), PALPATE_VIEW_INIT(" \xC2\xBB "),
        PALPATE_VIEW_INIT(" : "), PALPATE_VIEW_INIT(" :: ") };
    size_t end = title->size;
    size_t size = 0;

    for (size_t i = 0; i < sizeof SEPARATORS / sizeof *SEPARATORS; i++) {
        size_t place = view_find(*title, SEPARATORS[i]);
        if (place < end) {
            end = place;
            size = SEPARATORS[i].size;
        }
    }
    palpate_view part = view_trim(view_slice(*title, 0, end));
    *title = view_slice(*title, end + size, title->size);
    return part;
}

/* The part of the document's title that names the article: the first, or the second
   where the first is the site's name. */
static palpate_view main_part(palpate_view title, palpate_view site)
{
    palpate_view rest = title;
    palpate_view first = next_part(&rest);
    bool is_site = site.size > 0 && rest.size > 0 && says_same(first, site);
    palpate_view second = is_site ? next_part(&rest) : first;

    return second.size > 0 ? second : first;
}

/* Whether a heading says what a part of the title behind `main` says: the site's name.
 */
static bool is_other_part(palpate_view heading, palpate_view title, palpate_view main)
{
    while (title.size > 0) {
        palpate_view part = next_part(&title);
        if (part.size > 0 && part.data != main.data && says_same(part, heading))
            return true;
    }
    return false;
}

static palpate_view best_heading(const struct title_sources *sources, palpate_view main)
{
    palpate_view best = { NULL, 0 };
    unsigned best_share = 0;

    for (uint32_t i = 0; i < sources->heading_count; i++) {
        unsigned share = share_of(sources->headings[i], main);
        if (sources->headings[i].size > 0 && (best.size == 0 || share > best_share)) {
            best = sources->headings[i];
            best_share = share;
        }
    }
    return best;
}

palpate_view title_choose(const struct title_sources *sources)
{
    palpate_view title =
            sources->document.size > 0 ? sources->document : sources->shared;
    palpate_view main = main_part(title, sources->site);
    palpate_view heading = best_heading(sources, main);

    if (main.size == 0)
        return heading.size > 0 ? heading : sources->headline;
    if (heading.size == 0)
        return main;
    /* The document is called as its heading is: a dash in it is the author's. */
    if (says_same(heading, title))
        return heading;
    palpate_view rest = heading;
    if (says_same(next_part(&rest), main) || is_other_part(heading, title, main) ||
            (sources->site.size > 0 && says_same(heading, sources->site)))
        return main;
    bool is_same = share_of(heading, main) >= SAME_SHARE ||
                   share_of(heading, sources->shared) >= 3 * SAME_SHARE;
    return is_same ? heading : main;
}
