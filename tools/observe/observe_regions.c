/* observe_regions PAGES...: what is seen of each element that may hold the article. The
   first line names the traits; a region is a line of its blocks and its traits. */
#include <inttypes.h>

#include "indexer/article/reading.h"
#include "indexer/content/region.h"
#include "observe.h"

static palpate_status observe(
        struct buffer *out, struct arena *arena, palpate_view html, palpate_error *err)
{
    const struct page_origin origin = { .shared = NULL };
    struct page_reading page;
    palpate_status status = page_reading_make(&page, arena, html, &origin, err);

    if (status != PALPATE_OK)
        return status;
    const struct regions *regions = &page.content.land.regions;
    for (uint32_t i = 0; i < regions->count; i++) {
        const struct region *region = &regions->items[i];
        buffer_append_format(out, "%" PRIu32 "\t%" PRIu32, region->first, region->end);
        for (unsigned k = 0; k < REGION_TRAIT_COUNT; k++)
            buffer_append_format(out, "%c%d", k == 0 ? '\t' : ' ', region->traits[k]);
        buffer_append_byte(out, '\n');
    }
    return status;
}

static void append_names(struct buffer *out)
{
    buffer_append_string(out, "regions");
#define TRAIT_NAME(name) observe_append_name(out, #name);
    REGION_TRAITS(TRAIT_NAME)
#undef TRAIT_NAME
    buffer_append_byte(out, '\n');
}

int main(int argc, char **argv)
{
    return observe_main(argc, argv, append_names, observe);
}
