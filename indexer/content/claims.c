#include "indexer/content/claims.h"

#include "core/ascii.h"
#include "core/view.h"

static bool is_forum_program(palpate_view name)
{
    static const palpate_view PROGRAMS[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/mul/forum_programs.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof PROGRAMS / sizeof *PROGRAMS; i++)
        if (view_find_ignoring_case(name, PROGRAMS[i]) < name.size)
            return true;
    return false;
}

/* Whether a part of a path from `start` on begins with a digit. */
static bool is_numbered(palpate_view address, size_t start)
{
    for (size_t i = start; i < address.size; i++)
        if (address.data[i - 1] == '/' && ascii_is_digit(address.data[i]))
            return true;
    return false;
}

static bool is_forum_address(palpate_view address)
{
    enum { PART_ANYWHERE, PART_NUMBERED };
    static const struct {
        palpate_view part;
        int where;
    } PARTS[] = {
#define WORD(word, where) { PALPATE_VIEW_INIT(word), PART_##where },
#include "words/mul/forum_addresses.inc"
#undef WORD
    };

    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        size_t place = view_find_ignoring_case(address, PARTS[i].part);
        if (place < address.size &&
                (PARTS[i].where == PART_ANYWHERE ||
                        is_numbered(address, place + PARTS[i].part.size)))
            return true;
    }
    return false;
}

static uint32_t claim_if(bool is_so, unsigned claims)
{
    return is_so ? claims : 0;
}

static uint32_t claims_of_type(palpate_view text)
{
    static const struct {
        palpate_view word;
        unsigned claims;
    } TYPES[] = {
        { PALPATE_VIEW_INIT("Article\""), CLAIM_ARTICLE },
        { PALPATE_VIEW_INIT("BlogPosting\""), CLAIM_ARTICLE },
        { PALPATE_VIEW_INIT("\"Product\""), CLAIM_PRODUCT },
        { PALPATE_VIEW_INIT("DiscussionForumPosting\""), CLAIM_FORUM | CLAIM_POSTS },
        { PALPATE_VIEW_INIT("\"QAPage\""), CLAIM_FORUM },
    };
    uint32_t claims = 0;

    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (view_find(text, TYPES[i].word) < text.size)
            claims |= TYPES[i].claims;
    return claims;
}

static uint32_t claims_of_meta(const struct node *node)
{
    palpate_view name = node_attribute(node, PALPATE_VIEW("property"));
    palpate_view content = node_attribute(node, PALPATE_VIEW("content"));

    if (view_equals_ignoring_case(
                node_attribute(node, PALPATE_VIEW("name")), PALPATE_VIEW("generator")))
        return claim_if(is_forum_program(content), CLAIM_FORUM | CLAIM_POSTS);
    if (view_equals(name, PALPATE_VIEW("og:url")))
        return claim_if(is_forum_address(content), CLAIM_FORUM | CLAIM_POSTS);
    if (view_equals(name, PALPATE_VIEW("article:published_time")))
        return CLAIM_ARTICLE;
    if (!view_equals(name, PALPATE_VIEW("og:type")))
        return 0;
    if (view_equals(content, PALPATE_VIEW("article")))
        return CLAIM_ARTICLE;
    return view_find(content, PALPATE_VIEW("product")) < content.size ? CLAIM_PRODUCT
                                                                      : 0;
}

static uint32_t claims_of_item(palpate_view item)
{
    if (view_ends_with(item, PALPATE_VIEW("Article")) ||
            view_ends_with(item, PALPATE_VIEW("BlogPosting")))
        return CLAIM_ARTICLE;
    if (view_ends_with(item, PALPATE_VIEW("/DiscussionForumPosting")))
        return CLAIM_FORUM | CLAIM_POSTS;
    if (view_ends_with(item, PALPATE_VIEW("/QAPage")))
        return CLAIM_FORUM;
    return claim_if(view_ends_with(item, PALPATE_VIEW("/Product")), CLAIM_PRODUCT);
}

/* The page's own address, as it names it. */
static uint32_t claims_of_link(const struct node *node)
{
    palpate_view address = node_attribute(node, PALPATE_VIEW("href"));
    bool is_own = view_equals_ignoring_case(
            node_attribute(node, PALPATE_VIEW("rel")), PALPATE_VIEW("canonical"));

    return claim_if(is_own && is_forum_address(address), CLAIM_FORUM | CLAIM_POSTS);
}

static bool is_json_ld(const struct node *node)
{
    return node->tag == HTML_script &&
           view_equals(node_attribute(node, PALPATE_VIEW("type")),
                   PALPATE_VIEW("application/ld+json"));
}

uint32_t claims_read(const struct tree *tree)
{
    uint32_t script_end = 0;
    uint32_t claims = 0;

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text) {
            claims |= i < script_end ? claims_of_type(node->text) : 0;
            continue;
        }
        if (node->attributes == NULL)
            continue;
        if (node->tag == HTML_meta)
            claims |= claims_of_meta(node);
        if (node->tag == HTML_link)
            claims |= claims_of_link(node);
        if (is_json_ld(node))
            script_end = node->end;
        claims |= claims_of_item(node_attribute(node, PALPATE_VIEW("itemtype")));
    }
    return claims;
}
