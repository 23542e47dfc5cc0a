#include "indexer/html/text_sums.h"

#include "core/ascii.h"
#include "core/view.h"

uint32_t count_letters(palpate_view text)
{
    uint32_t count = 0;

    for (size_t i = 0; i < text.size;) {
        unsigned char byte = (unsigned char)text.data[i];
        /* C2: signs such as the no-break space; E2: dashes, arrows, shapes;
           F0: mostly pictures; and what stands inside of a character. */
        bool is_sign = byte == 0xC2 || byte == 0xE2 || byte == 0xF0;
        size_t size = byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : byte == 0xF0 ? 4 : 1;
        count += !is_sign && (ascii_is_letter(byte) || byte >= 0x80);
        i += size;
    }
    return count;
}

bool is_link_within(const struct node *node)
{
    palpate_view href = view_trim(node_attribute(node, PALPATE_VIEW("href")));

    return href.size == 0 || href.data[0] == '#' ||
           view_find_ignoring_case(href, PALPATE_VIEW("javascript:")) == 0;
}

bool is_link_of_heading(const struct tree *tree, uint32_t owner, uint32_t link)
{
    return tag_heading_level(tree->nodes[owner].tag) > 0 &&
           is_link_within(&tree->nodes[link]);
}

bool text_sums_read(struct text_sums *out, struct arena *arena, const struct tree *tree)
{
    size_t count = (size_t)tree->count + 1;
    uint32_t skipped_end = 0;
    uint32_t link_end = 0;

    out->letters = arena_zeroed(arena, count, sizeof *out->letters);
    out->linked = arena_zeroed(arena, count, sizeof *out->linked);
    if (out->letters == NULL || out->linked == NULL)
        return false;
    for (uint32_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_unread && node->end > skipped_end)
            skipped_end = node->end;
        if (!node->is_text && node->tag == HTML_a && !is_link_within(node))
            link_end = node->end;
        uint32_t letters =
                node->is_text && i >= skipped_end ? count_letters(node->text) : 0;
        out->letters[i + 1] = out->letters[i] + letters;
        out->linked[i + 1] = out->linked[i] + (i < link_end ? letters : 0);
    }
    return true;
}
