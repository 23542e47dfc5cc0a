#include "indexer/html/noindex.h"

#include "core/ascii.h"
#include "core/view.h"

enum noindex_switch noindex_read(palpate_view comment)
{
    static const struct {
        palpate_view words; /* in small letters and without white space */
        enum noindex_switch what;
    } SWITCHES[] = {
        { PALPATE_VIEW_INIT("htdig_noindex"), NOINDEX_STARTS },
        { PALPATE_VIEW_INIT("/htdig_noindex"), NOINDEX_ENDS },
        { PALPATE_VIEW_INIT("noindex"), NOINDEX_STARTS },
        { PALPATE_VIEW_INIT("/noindex"), NOINDEX_ENDS },
        { PALPATE_VIEW_INIT("index"), NOINDEX_ENDS },
        { PALPATE_VIEW_INIT("googleoff:all"), NOINDEX_STARTS },
        { PALPATE_VIEW_INIT("googleon:all"), NOINDEX_ENDS },
        { PALPATE_VIEW_INIT("googleoff:index"), NOINDEX_STARTS },
        { PALPATE_VIEW_INIT("googleon:index"), NOINDEX_ENDS },
    };
    char words[24];
    size_t size = 0;

    for (size_t i = 0; i < comment.size; i++) {
        if (ascii_is_space(comment.data[i]))
            continue;
        if (size == sizeof words)
            return NOINDEX_NONE;
        words[size++] = ascii_lower(comment.data[i]);
    }
    for (size_t i = 0; i < sizeof SWITCHES / sizeof *SWITCHES; i++)
        if (view_equals((palpate_view){ words, size }, SWITCHES[i].words))
            return SWITCHES[i].what;
    return NOINDEX_NONE;
}
