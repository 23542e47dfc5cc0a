#include "indexer/metadata/titles.h"

#include "core/address.h"
#include "core/view.h"
#include "indexer/article.h"
#include "indexer/metadata/title_signs.h"

/* The heading that shows a title nearly so, of whatever level. */
static uint32_t heading_of(
        const struct headings *headings, const struct title_words *title)
{
    uint32_t best = 50; /* shared words in a hundred */
    uint32_t node = TREE_NONE;

    for (uint32_t i = 0; i < headings->count; i++) {
        struct title_words words = title_words_of(headings->items[i].text);
        uint32_t like = title_likeness(&words, title);
        if (like > best) {
            best = like;
            node = headings->items[i].node;
        }
    }
    return node;
}

static int32_t weigh_title(
        const struct title_page *page, const struct title_candidate *title)
{
    struct title_signs signs;
    int32_t sum = 0;

    title_signs_gather(&signs, page, title);
    for (uint32_t i = 0; i < signs.count; i++)
        sum += TITLE_MODEL[signs.items[i]].weight;
    return sum;
}

struct title title_choose(const struct statements *statements,
        const struct headings *headings, palpate_view address)
{
    const struct title_site site = { statements, address_host(address) };
    const struct title_candidate *best = NULL;
    const struct title_candidate *shown = NULL;
    struct title_list list;
    struct title_page page;
    int32_t most = 0;
    int32_t most_shown = 0;

    title_list_candidates(&list, &site, headings);
    title_page_read(&page, &list, &site, address);
    for (uint32_t i = 0; i < list.count; i++) {
        const struct title_candidate *title = &list.items[i];
        int32_t weight = weigh_title(&page, title);
        if (best == NULL || weight > most) {
            best = title;
            most = weight;
        }
        if (title->times > 0 && title->heading != NULL &&
                (shown == NULL || weight > most_shown)) {
            shown = title;
            most_shown = weight;
        }
    }
    if (best == NULL)
        return (struct title){ { "", 0 }, TREE_NONE };
    uint32_t node = best->heading != NULL ? best->heading->node
                                          : heading_of(headings, &best->words);
    if (node == TREE_NONE && shown != NULL)
        node = shown->heading->node;
    return (struct title){ best->text, node };
}
