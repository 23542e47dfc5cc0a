#include "indexer/html/tags.h"

#include "core/view.h"

static const struct {
    palpate_view name;
    enum tag tag;
    unsigned traits;
} TAGS[] = {
#define HTML_TAG_ROW(name, traits) { PALPATE_VIEW_INIT(#name), HTML_##name, (traits) },
    HTML_TAGS(HTML_TAG_ROW)
#undef HTML_TAG_ROW
};

static const struct {
    palpate_view name;
    enum tag tag;
} PLAIN[] = {
    { PALPATE_VIEW_INIT("a"), HTML_a },
    { PALPATE_VIEW_INIT("html"), HTML_html },
    { PALPATE_VIEW_INIT("link"), HTML_link },
    { PALPATE_VIEW_INIT("meta"), HTML_meta },
    { PALPATE_VIEW_INIT("time"), HTML_time },
};

enum tag tag_of(palpate_view name)
{
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        if (view_equals(name, PLAIN[i].name))
            return PLAIN[i].tag;
    size_t place = view_place(name, TAGS, sizeof TAGS / sizeof *TAGS, sizeof *TAGS);
    return place < sizeof TAGS / sizeof *TAGS ? TAGS[place].tag : HTML_other;
}

unsigned tag_traits(enum tag tag)
{
    return tag > HTML_other && tag < HTML_a ? TAGS[tag - 1].traits : TAG_INLINE;
}

unsigned tag_heading_level(enum tag tag)
{
    return tag >= HTML_h1 && tag <= HTML_h6 ? 1U + tag - HTML_h1 : 0;
}
