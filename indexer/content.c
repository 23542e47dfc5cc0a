#include "indexer/content.h"

#include <string.h>

#include "core/fail.h"
#include "core/view.h"
#include "indexer/vocabulary.h"

/* The constants of the model, with the reason for each. */
enum {
    /* A text shorter than this between two tags is a label, not prose. */
    PROSE_SIZE = 40,
    /* Prose with punctuation counts from here on. */
    SENTENCE_SIZE = 20,
    /* An element with this share (percent) of the page's prose frames the article,
       whatever its class says: page frames are called "sidebar-right" or
       "has-cookie-bar". */
    FRAME_SHARE = 45,
    /* The article's root is the innermost element with this share (percent) of the
       prose. */
    ROOT_SHARE = 80,
    /* A list or box whose text is links to this share (percent) is navigation. */
    LINK_SHARE = 60,
    /* … unless it is long: an article may be a list of links with explanations. */
    LINK_SIZE = 2000
};

/* What stands below each node. */
struct mass {
    uint32_t prose; /* bytes of text in runs that read as prose */
    uint32_t text;  /* bytes of all text */
    uint32_t links; /* bytes of it inside links */
};

struct finder {
    const struct tree *tree;
    struct content *content;
    struct mass *masses;
    uint8_t *hints;
};

static uint32_t visible_size(palpate_view text)
{
    uint32_t size = 0;

    for (size_t i = 0; i < text.size; i++)
        size += (unsigned char)text.data[i] > ' ';
    return size;
}

static bool has_sentence(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == '.' || text.data[i] == ',' || text.data[i] == '?' ||
                text.data[i] == ';' || text.data[i] == ':')
            return true;
    return false;
}

/* A text's own mass; `in_link` says that it stands in an <a>. */
static struct mass mass_of(palpate_view text, bool in_link)
{
    uint32_t size = visible_size(text);
    bool is_prose = !in_link && (size >= PROSE_SIZE ||
                                        (size >= SENTENCE_SIZE && has_sentence(text)));

    return (struct mass){ is_prose ? size : 0, size, in_link ? size : 0 };
}

/* Marks what is no text at all, and what classes say to be something else. */
static void mark_by_kind(struct finder *finder)
{
    const struct tree *tree = finder->tree;

    for (uint32_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text)
            continue;
        finder->hints[i] = (uint8_t)vocabulary_hints(node);
        if ((tag_traits(node->tag) & TAG_SKIPPED) != 0 ||
                (finder->hints[i] & HINT_HIDDEN) != 0)
            memset(&finder->content->verdict[i], CONTENT_DROPPED, node->end - i);
    }
}

/* Adds up the masses from the leaves to the document. */
static void weigh(struct finder *finder)
{
    const struct tree *tree = finder->tree;
    uint32_t link_end = 0;

    for (uint32_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->tag == HTML_a && !node->is_text && node->end > link_end)
            link_end = node->end;
        if (node->is_text && finder->content->verdict[i] == CONTENT_KEPT)
            finder->masses[i] = mass_of(node->text, i < link_end);
    }
    for (uint32_t i = tree->count; i-- > 1;) {
        struct mass *above = &finder->masses[tree->nodes[i].parent];
        above->prose += finder->masses[i].prose;
        above->text += finder->masses[i].text;
        above->links += finder->masses[i].links;
    }
}

static bool is_frame(const struct finder *finder, uint32_t node)
{
    return (uint64_t)finder->masses[node].prose * 100 >=
           (uint64_t)finder->masses[0].prose * FRAME_SHARE;
}

static bool is_list_of_links(const struct finder *finder, uint32_t node)
{
    const struct mass *mass = &finder->masses[node];

    return mass->text > 0 && mass->text < LINK_SIZE &&
           (uint64_t)mass->links * 100 >= (uint64_t)mass->text * LINK_SHARE;
}

static bool is_box(enum tag tag)
{
    switch (tag) {
    case HTML_ul:
    case HTML_ol:
    case HTML_div:
    case HTML_section:
    case HTML_table:
    case HTML_td:
    case HTML_p:
    case HTML_dl: return true;
    default: return false;
    }
}

/* Drops what reads as boilerplate, but for frames that hold the article itself. */
static void mark_boilerplate(struct finder *finder)
{
    const struct tree *tree = finder->tree;

    for (uint32_t i = 1; i < tree->count;) {
        const struct node *node = &tree->nodes[i];
        uint8_t hints = finder->hints[i];
        enum content_verdict verdict = CONTENT_KEPT;
        bool is_content = (hints & HINT_CONTENT) != 0 || node->tag == HTML_body ||
                          node->tag == HTML_article || node->tag == HTML_main;
        if (node->is_text || finder->content->verdict[i] != CONTENT_KEPT ||
                is_content || is_frame(finder, i)) {
            i++;
            continue;
        }
        if ((hints & HINT_COMMENTS) != 0)
            verdict = CONTENT_COMMENT;
        else if ((hints & (HINT_BOILERPLATE | HINT_BYLINE)) != 0 ||
                 (is_box(node->tag) && is_list_of_links(finder, i)))
            verdict = CONTENT_DROPPED;
        if (verdict == CONTENT_KEPT) {
            i++;
            continue;
        }
        memset(&finder->content->verdict[i], verdict, node->end - i);
        i = node->end;
    }
}

/* The prose below a node that is still kept. */
static void weigh_kept(struct finder *finder)
{
    const struct tree *tree = finder->tree;

    for (uint32_t i = 0; i < tree->count; i++)
        if (!tree->nodes[i].is_text || finder->content->verdict[i] != CONTENT_KEPT)
            finder->masses[i] = (struct mass){ 0, 0, 0 };
    for (uint32_t i = tree->count; i-- > 1;)
        finder->masses[tree->nodes[i].parent].prose += finder->masses[i].prose;
}

/* The innermost element that holds nearly all of the prose. */
static uint32_t find_root(const struct finder *finder)
{
    const struct tree *tree = finder->tree;
    uint64_t whole = finder->masses[0].prose;
    uint32_t root = 0;

    for (uint32_t i = 1; i < tree->count;) {
        uint64_t share = finder->masses[i].prose;
        if (tree->nodes[i].is_text || share == 0 || share * 100 < whole * ROOT_SHARE) {
            i = tree->nodes[i].end;
            continue;
        }
        root = i++;
    }
    /* A paragraph or list alone is too narrow: its headings stand beside it. */
    while (root != 0 && tree->nodes[root].tag != HTML_body &&
            (!is_box(tree->nodes[root].tag) || tree->nodes[root].tag == HTML_p ||
                    tree->nodes[root].tag == HTML_ul ||
                    tree->nodes[root].tag == HTML_ol) &&
            tree->nodes[root].tag != HTML_article && tree->nodes[root].tag != HTML_main)
        root = tree->nodes[root].parent;
    return root;
}

palpate_status content_find(struct content *content, struct arena *arena,
        const struct tree *tree, palpate_error *err)
{
    struct finder finder = { tree, content,
        arena_zeroed(arena, tree->count, sizeof(struct mass)),
        arena_zeroed(arena, tree->count, 1) };

    content->root = 0;
    content->verdict = arena_zeroed(arena, tree->count, 1);
    if (content->verdict == NULL || finder.masses == NULL || finder.hints == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    mark_by_kind(&finder);
    weigh(&finder);
    mark_boilerplate(&finder);
    weigh_kept(&finder);
    content->root = find_root(&finder);
    return PALPATE_OK;
}
