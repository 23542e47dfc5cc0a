/* observe_titles PAGES...: what is seen of each title that a page may have.  The first
   line names the signs in the order of their numbers; a candidate is a line of its
   signs' numbers and its text. */

#include "core/address.h"
#include "indexer/article/reading.h"
#include "indexer/metadata/title_signs.h"
#include "indexer/metadata/titles.h"
#include "observe.h"

static struct buffer *candidates; /* of the page that is read */

/* Takes the place of the one of indexer/metadata/titles.c, which is not linked: so it
   sees just what that one would choose from. */
struct title title_choose(const struct statements *statements,
        const struct headings *headings, palpate_view address)
{
    const struct title_site site = { statements, address_host(address) };
    struct title_list list;
    struct title_page page;
    struct title_signs signs;

    title_list_candidates(&list, &site, headings);
    title_page_read(&page, &list, &site, address);
    for (uint32_t i = 0; i < list.count; i++) {
        title_signs_gather(&signs, &page, &list.items[i]);
        for (uint32_t k = 0; k < signs.count; k++)
            buffer_append_format(candidates, k == 0 ? "%u" : " %u", signs.items[k]);
        buffer_append_byte(candidates, '\t');
        observe_append_text(candidates, list.items[i].text);
        buffer_append_byte(candidates, '\n');
    }
    return (struct title){ { "", 0 }, TREE_NONE };
}

static palpate_status observe(
        struct buffer *out, struct arena *arena, palpate_view html, palpate_error *err)
{
    const struct page_origin origin = { .shared = NULL };
    struct page_reading page;

    candidates = out;
    return page_reading_make(&page, arena, html, &origin, err);
}

static void append_names(struct buffer *out)
{
    buffer_append_string(out, "signs");
    for (unsigned i = 0; i < SIGN_COUNT; i++)
        observe_append_name(out, TITLE_MODEL[i].name);
    buffer_append_byte(out, '\n');
}

int main(int argc, char **argv)
{
    return observe_main(argc, argv, append_names, observe);
}
