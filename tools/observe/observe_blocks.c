/* observe_blocks PAGES...: what the two looks at a page see of each of its blocks.  The
   first lines name the observations and the traits in the order of their numbers; a
   block is a line of words, the score of the first look in hundredths, the numbers of
   its observations, its traits, and its text. */
#include <inttypes.h>
#include <math.h>

#include "indexer/article/reading.h"
#include "indexer/content/context.h"
#include "indexer/content/evidence.h"
#include "indexer/content/model.h"
#include "indexer/content/traits.h"
#include "observe.h"

static void append_block(
        struct buffer *out, const struct content *content, uint32_t number)
{
    struct evidence evidence;

    evidence_gather(&evidence, &content->land, number, content->title);
    buffer_append_format(out, "%" PRIu32 "\t%ld\t", content->land.wording[number].words,
            lroundf(content->own[number] * MODEL_SCALE));
    for (uint32_t i = 0; i < evidence.count; i++)
        buffer_append_format(out, i == 0 ? "%u" : " %u", evidence.items[i]);
}

static void append_traits(
        struct buffer *out, const struct context *context, uint32_t number)
{
    struct traits traits;

    traits_read(&traits, context, number);
    for (unsigned i = 0; i < TRAIT_COUNT; i++)
        buffer_append_format(out, "%c%d", i == 0 ? '\t' : ' ', traits.of[i]);
}

static palpate_status observe(
        struct buffer *out, struct arena *arena, palpate_view html, palpate_error *err)
{
    const struct page_origin origin = { .shared = NULL };
    struct page_reading page;
    struct context context;
    palpate_status status = page_reading_make(&page, arena, html, &origin, err);

    if (status == PALPATE_OK)
        status = context_read(
                &context, arena, &page.content.land, page.content.own, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < page.blocks.count; i++) {
        append_block(out, &page.content, i);
        append_traits(out, &context, i);
        buffer_append_byte(out, '\t');
        observe_append_text(out, page.blocks.items[i].text);
        buffer_append_byte(out, '\n');
    }
    return status;
}

static void append_names(struct buffer *out)
{
    buffer_append_string(out, "observations");
    for (unsigned i = 0; i < SEEN_COUNT; i++)
        observe_append_name(out, MODEL[i].name);
    buffer_append_string(out, "\ntraits");
#define TRAIT_NAME(name) observe_append_name(out, #name);
    TRAITS(TRAIT_NAME)
#undef TRAIT_NAME
    buffer_append_byte(out, '\n');
}

int main(int argc, char **argv)
{
    return observe_main(argc, argv, append_names, observe);
}
