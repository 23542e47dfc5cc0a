/* observe_regions PAGES...: what is seen of each element that may hold the article. The
   first line names the traits; a region is a line of its blocks and its traits. */
#include <inttypes.h>
#include <stdio.h>

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

static bool print_names(void)
{
    struct buffer out = { 0 };

    buffer_append_string(&out, "regions");
#define TRAIT_NAME(name) observe_append_name(&out, #name);
    REGION_TRAITS(TRAIT_NAME)
#undef TRAIT_NAME
    buffer_append_byte(&out, '\n');
    bool is_printed = !out.failed && fwrite(out.data, 1, out.size, stdout) == out.size;
    buffer_free(&out);
    return is_printed;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        (void)fputs("usage: observe_regions PAGES...\n", stderr);
        return 2;
    }
    return print_names() ? observe_sources(argc, argv, observe) : 2;
}
