#include "indexer/vocabulary.h"

#include "core/view.h"

/* A word of a class or id, in lower case; matched against whole words, which end at
   anything but letters, or a capital.  Each is here because it marked the same thing on
   many of the pages it was tried on, on sites that have nothing to do with one another.
 */
struct hint_word {
    palpate_view word;
    unsigned hints;
};

#define CONTENT(word)                         \
    {                                         \
        PALPATE_VIEW_INIT(word), HINT_CONTENT \
    }
#define DROP(word)                                \
    {                                             \
        PALPATE_VIEW_INIT(word), HINT_BOILERPLATE \
    }
#define COMMENT(word)                          \
    {                                          \
        PALPATE_VIEW_INIT(word), HINT_COMMENTS \
    }
#define BYLINE(word)                         \
    {                                        \
        PALPATE_VIEW_INIT(word), HINT_BYLINE \
    }

/* Sorted by their bytes. */
static const struct hint_word WORDS[] = {
    DROP("ad"),
    DROP("ads"),
    DROP("advert"),
    DROP("advertisement"),
    DROP("alsolike"),
    CONTENT("articlebody"),
    BYLINE("author"),
    DROP("banner"),
    DROP("breadcrumb"),
    DROP("breadcrumbs"),
    BYLINE("byline"),
    DROP("carousel"),
    COMMENT("comment"),
    COMMENT("commentlist"),
    COMMENT("comments"),
    DROP("consent"),
    DROP("cookie"),
    DROP("cookies"),
    DROP("crumbs"),
    DROP("cta"),
    BYLINE("dateline"),
    COMMENT("disqus"),
    DROP("donate"),
    DROP("footer"),
    DROP("gdpr"),
    COMMENT("jcomments"),
    DROP("jp"),
    DROP("masthead"),
    DROP("menu"),
    BYLINE("meta"),
    DROP("modal"),
    DROP("nav"),
    DROP("navbar"),
    DROP("navigation"),
    DROP("newsletter"),
    DROP("pager"),
    DROP("pagination"),
    DROP("popup"),
    DROP("print"),
    DROP("promo"),
    DROP("readmore"),
    DROP("recirc"),
    DROP("recommended"),
    DROP("related"),
    DROP("relatedposts"),
    COMMENT("reply"),
    COMMENT("respond"),
    COMMENT("responses"),
    DROP("rsvp"),
    DROP("search"),
    DROP("share"),
    DROP("sharedaddy"),
    DROP("sharing"),
    DROP("sidebar"),
    DROP("signup"),
    DROP("skip"),
    DROP("social"),
    DROP("sponsor"),
    DROP("sponsored"),
    DROP("subscribe"),
    DROP("subscription"),
    DROP("taboola"),
    DROP("tags"),
    DROP("teaser"),
    DROP("toc"),
    DROP("toolbar"),
    DROP("trending"),
};

/* Words that mean it only where they start a name: a page builder calls every box of
   the article a widget, too ("elementor-widget-text-editor"). */
static const struct hint_word STARTS[] = {
    DROP("widget"),
};

/* Pairs of words that say more than each of them. */
static const struct hint_word PAIRS[] = {
    CONTENT("article body"),
    CONTENT("article content"),
    CONTENT("article text"),
    DROP("author bio"),
    DROP("author box"),
    CONTENT("blog content"),
    CONTENT("entry content"),
    DROP("more posts"),
    CONTENT("post body"),
    CONTENT("post content"),
    BYLINE("post date"),
    BYLINE("posted on"),
    DROP("post terms"),
    CONTENT("story body"),
    DROP("table contents"),
    DROP("tag list"),
};

static const struct hint_word ROLES[] = {
    DROP("banner"),
    DROP("complementary"),
    DROP("contentinfo"),
    DROP("dialog"),
    DROP("menu"),
    DROP("navigation"),
    DROP("search"),
};

enum { WORD_MOST = 24 };

static unsigned find(const struct hint_word *table, size_t count, palpate_view word)
{
    for (size_t i = 0; i < count; i++)
        if (view_equals(table[i].word, word))
            return table[i].hints;
    return HINT_NONE;
}

static unsigned find_sorted(palpate_view word)
{
    size_t low = 0;
    size_t high = sizeof WORDS / sizeof *WORDS;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = view_compare(word, WORDS[middle].word);
        if (order == 0)
            return WORDS[middle].hints;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return HINT_NONE;
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || is_upper(byte);
}

/* Takes the next word off `*name`: letters, in lower case, up to a capital.
   `*starts_name` says that it is the first of its class. */
static size_t next_word(palpate_view *name, char out[WORD_MOST], bool *starts_name)
{
    size_t place = 0;
    size_t size = 0;

    while (place < name->size && !is_letter(name->data[place]))
        *starts_name |= name->data[place++] == ' ';
    for (; place < name->size && is_letter(name->data[place]); place++) {
        char byte = name->data[place];
        bool starts_another =
                size > 0 && is_upper(byte) && !is_upper(name->data[place - 1]);
        if (starts_another)
            break;
        if (size < WORD_MOST)
            out[size++] = (char)(is_upper(byte) ? byte - 'A' + 'a' : byte);
    }
    *name = view_slice(*name, place, name->size);
    return size;
}

static unsigned hints_of_name(palpate_view name)
{
    char pair[WORD_MOST * 2 + 1];
    size_t before = 0;
    bool is_first = true;
    unsigned hints = HINT_NONE;

    for (;;) {
        char word[WORD_MOST];
        bool starts_name = is_first;
        is_first = false;
        size_t size = next_word(&name, word, &starts_name);
        if (size == 0)
            return hints;
        hints |= find_sorted((palpate_view){ word, size });
        if (starts_name)
            hints |= find(STARTS, sizeof STARTS / sizeof *STARTS,
                    (palpate_view){ word, size });
        if (before > 0) {
            pair[before] = ' ';
            for (size_t i = 0; i < size; i++)
                pair[before + 1 + i] = word[i];
            hints |= find(PAIRS, sizeof PAIRS / sizeof *PAIRS,
                    (palpate_view){ pair, before + 1 + size });
        }
        for (size_t i = 0; i < size; i++)
            pair[i] = word[i];
        before = size;
    }
}

static bool is_hidden(const struct node *node)
{
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));

    return node_has_attribute(node, PALPATE_VIEW("hidden")) ||
           node_has_attribute(node, PALPATE_VIEW("data-nosnippet")) ||
           node_has_attribute(node, PALPATE_VIEW("data-pagefind-ignore")) ||
           view_find_ignoring_case(style, PALPATE_VIEW("display:none")) < style.size ||
           view_find_ignoring_case(style, PALPATE_VIEW("display: none")) < style.size;
}

unsigned vocabulary_hints(const struct node *node)
{
    unsigned hints = HINT_NONE;

    if ((tag_traits(node->tag) & TAG_ASIDE) != 0)
        hints |= HINT_BOILERPLATE;
    if (node->attributes == NULL)
        return hints;
    hints |= hints_of_name(node_attribute(node, PALPATE_VIEW("class")));
    hints |= hints_of_name(node_attribute(node, PALPATE_VIEW("id")));
    hints |= find(ROLES, sizeof ROLES / sizeof *ROLES,
            node_attribute(node, PALPATE_VIEW("role")));
    if (view_equals(node_attribute(node, PALPATE_VIEW("itemprop")),
                PALPATE_VIEW("articleBody")))
        hints |= HINT_CONTENT;
    if (is_hidden(node))
        hints |= HINT_HIDDEN;
    return hints;
}
