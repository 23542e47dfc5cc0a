#include "indexer/shard/stored_passage.h"

#include "core/likeness.h"
#include "core/link_text.h"
#include "core/record.h"

void stored_passage_write(struct buffer *out, const struct article *article,
        uint32_t ordinal, struct article_place place, struct field_counts lengths)
{
    const struct passage *passage = &article->passages[ordinal];
    const struct article_record header = { .url = place.url,
        .facts = article->facts,
        .passage_count = article->passage_count };
    struct buffer fragment = { 0 };

    link_text_pack(&fragment, passage->fragment);
    struct passage_record record = { .article = place.key,
        .ordinal = ordinal,
        .kind = passage->kind,
        .is_doubtful = passage->is_doubtful,
        .is_nosnippet = article->is_nosnippet,
        .signature = likeness_signature(passage->text),
        .lengths = lengths,
        .title = article->title,
        .heading_count = passage->heading_count,
        .anchor = passage->anchor,
        .fragment = buffer_view(&fragment),
        .text = passage->text };

    for (uint32_t i = 0; i < passage->heading_count; i++)
        record.heading[i] = passage->heading[i];
    record_encode(out, &record, ordinal == 0 ? &header : NULL);
    out->failed |= fragment.failed;
    buffer_free(&fragment);
}
