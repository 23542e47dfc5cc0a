/* Any bytes are a record or refused, and what is read of them lies inside them; any
   fragment is unpacked into the room that it may take. */
#include <stdint.h>
#include <stdlib.h>

#include "core/link_text.h"
#include "core/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect_inside(palpate_view part, palpate_view whole)
{
    if (part.size == 0)
        return;
    if (part.data < whole.data || part.size > whole.size ||
            part.data + part.size > whole.data + whole.size)
        abort();
}

static void expect_room(palpate_view fragment)
{
    size_t room = fragment.size * LINK_TEXT_GROWTH;
    char *text = malloc(room + 1);

    if (text == NULL || link_text_unpack(text, fragment) > text + room)
        abort();
    free(text);
}

static void expect_record(palpate_view bytes)
{
    struct passage_record passage;
    struct article_record article;

    if (record_decode(&passage, &article, bytes, NULL) != PALPATE_OK)
        return;
    expect_inside(passage.title, bytes);
    expect_inside(passage.anchor, bytes);
    expect_inside(passage.fragment, bytes);
    expect_inside(passage.text, bytes);
    expect_room(passage.fragment);
    for (uint32_t i = 0; i < passage.heading_count; i++)
        expect_inside(passage.heading[i], bytes);
    expect_inside(article.url, bytes);
    expect_inside(article.facts.description, bytes);
    expect_inside(article.facts.reviewed, bytes);
}

/* As they are, and with the sum that a record of these bytes has. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *copy = malloc(size + 1);

    expect_record((palpate_view){ (const char *)data, size });
    if (copy == NULL)
        abort();
    for (size_t i = 0; i < size; i++)
        copy[i] = (char)data[i];
    record_sum(copy, size);
    expect_record((palpate_view){ copy, size });
    free(copy);
    return 0;
}
