#include "indexer/content/claims.h"

#include "core/view.h"

static uint32_t claims_of_type(palpate_view text)
{
    static const struct {
        palpate_view word;
        enum page_claim claim;
    } TYPES[] = {
        { PALPATE_VIEW_INIT("Article\""), CLAIM_ARTICLE },
        { PALPATE_VIEW_INIT("BlogPosting\""), CLAIM_ARTICLE },
        { PALPATE_VIEW_INIT("\"Product\""), CLAIM_PRODUCT },
        { PALPATE_VIEW_INIT("DiscussionForumPosting\""), CLAIM_FORUM },
        { PALPATE_VIEW_INIT("\"QAPage\""), CLAIM_FORUM },
    };
    uint32_t claims = 0;

    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (view_find(text, TYPES[i].word) < text.size)
            claims |= TYPES[i].claim;
    return claims;
}

static uint32_t claims_of_meta(const struct node *node)
{
    palpate_view name = node_attribute(node, PALPATE_VIEW("property"));
    palpate_view content = node_attribute(node, PALPATE_VIEW("content"));

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
    return view_ends_with(item, PALPATE_VIEW("/Product")) ? CLAIM_PRODUCT : 0;
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
        if (is_json_ld(node))
            script_end = node->end;
        claims |= claims_of_item(node_attribute(node, PALPATE_VIEW("itemtype")));
    }
    return claims;
}
