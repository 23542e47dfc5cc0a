#include "core/record.h"

#include <string.h>

#include "core/bytes.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/varint.h"
#include "core/view.h"

enum {
    FLAG_DOUBTFUL = 1,
    FLAG_NOSNIPPET = 2,
    KNOWN_FLAGS = FLAG_DOUBTFUL | FLAG_NOSNIPPET,
    ARTICLE_VIEW_COUNT = 1 + sizeof(struct article_facts) / sizeof(palpate_view),
    SUM_SIZE = 4,
    SUMMED = 1 + SUM_SIZE, /* where the bytes begin that the sum is of */
    HEAD_SIZE = 2          /* flags, kind */
};

/* The views of an article in the order in which they are written. */
#define ARTICLE_FACT_VIEW(member, name) &article->facts.member,
#define ARTICLE_VIEWS                                   \
    {                                                   \
        &article->url, ARTICLE_FACTS(ARTICLE_FACT_VIEW) \
    }

palpate_view article_date(const struct article_facts *facts)
{
    return facts->modified.size > 0 ? facts->modified : facts->published;
}

static void append_article(struct buffer *out, const struct article_record *article)
{
    const palpate_view *const views[ARTICLE_VIEW_COUNT] = ARTICLE_VIEWS;

    varint_append(out, article->passage_count);
    for (size_t i = 0; i < ARTICLE_VIEW_COUNT; i++)
        varint_append_view(out, *views[i]);
}

/* Half of XXH3: enough for damage, and a record is small. */
static void write_sum(char out[SUM_SIZE], palpate_view summed)
{
    uint64_t sum = hash_of(summed);

    for (unsigned i = 0; i < SUM_SIZE; i++)
        out[i] = (char)(sum >> (8 * i) & 0xFF);
}

static bool has_sum(palpate_view bytes)
{
    char sum[SUM_SIZE];

    if (bytes.size < SUMMED)
        return false;
    write_sum(sum, view_slice(bytes, SUMMED, bytes.size));
    return memcmp(sum, bytes.data + 1, SUM_SIZE) == 0;
}

void record_sum(char *bytes, size_t size)
{
    if (size >= SUMMED)
        write_sum(bytes + 1, (palpate_view){ bytes + SUMMED, size - SUMMED });
}

void record_encode(struct buffer *out, const struct passage_record *passage,
        const struct article_record *article)
{
    static const struct article_record NO_ARTICLE = { 0 };
    unsigned flags = (passage->is_doubtful ? FLAG_DOUBTFUL : 0U) |
                     (passage->is_nosnippet ? FLAG_NOSNIPPET : 0U);

    size_t start = out->size;

    buffer_append_byte(out, RECORD_VERSION);
    buffer_append(out, (palpate_view){ "\0\0\0\0", SUM_SIZE });
    buffer_append_byte(out, (char)flags);
    buffer_append_byte(out, (char)passage->kind);
    bytes_append(out, passage->signature);
    varint_append(out, passage->ordinal);
    if (passage->ordinal == 0)
        append_article(out, article == NULL ? &NO_ARTICLE : article);
    for (int field = 0; field < FIELD_COUNT; field++)
        varint_append(out, passage->lengths.count[field]);
    varint_append_view(out, passage->title);
    varint_append_view(out, passage->anchor);
    varint_append_view(out, passage->fragment);
    varint_append(out, passage->heading_count);
    for (uint32_t i = 0; i < passage->heading_count; i++)
        varint_append_view(out, passage->heading[i]);
    buffer_append(out, passage->text);
    if (!out->failed)
        record_sum(out->data + start, out->size - start);
}

static bool take_article(palpate_view *bytes, struct article_record *article)
{
    palpate_view *const views[ARTICLE_VIEW_COUNT] = ARTICLE_VIEWS;
    uint64_t count = 0;

    if (!varint_take(bytes, &count) || count > UINT32_MAX)
        return false;
    article->passage_count = (uint32_t)count;
    for (size_t i = 0; i < ARTICLE_VIEW_COUNT; i++)
        if (!varint_take_view(bytes, views[i]))
            return false;
    return true;
}

static bool take_headings(palpate_view *bytes, struct passage_record *passage)
{
    uint64_t count = 0;

    if (!varint_take(bytes, &count) || count > RECORD_HEADINGS)
        return false;
    passage->heading_count = (uint32_t)count;
    for (uint32_t i = 0; i < passage->heading_count; i++)
        if (!varint_take_view(bytes, &passage->heading[i]))
            return false;
    return true;
}

static bool take_lengths(palpate_view *bytes, struct field_counts *lengths)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        uint64_t length = 0;
        if (!varint_take(bytes, &length) || length > UINT32_MAX)
            return false;
        lengths->count[field] = (uint32_t)length;
    }
    return true;
}

static bool take_start(palpate_view *bytes, struct passage_record *passage)
{
    uint64_t ordinal = 0;

    if (bytes->size < HEAD_SIZE)
        return false;
    unsigned flags = (unsigned char)bytes->data[0];
    unsigned kind = (unsigned char)bytes->data[1];
    if ((flags & ~(unsigned)KNOWN_FLAGS) != 0 || kind >= KIND_COUNT)
        return false;
    *bytes = view_slice(*bytes, HEAD_SIZE, bytes->size);
    if (!bytes_take(bytes, &passage->signature) || !varint_take(bytes, &ordinal) ||
            ordinal > UINT32_MAX)
        return false;
    passage->is_doubtful = (flags & FLAG_DOUBTFUL) != 0;
    passage->is_nosnippet = (flags & FLAG_NOSNIPPET) != 0;
    passage->kind = (enum passage_kind)kind;
    passage->ordinal = (uint32_t)ordinal;
    return true;
}

palpate_status record_decode(struct passage_record *passage,
        struct article_record *article, palpate_view bytes, palpate_error *err)
{
    struct article_record unwanted;
    palpate_view rest = view_slice(bytes, SUMMED, bytes.size);

    article = article == NULL ? &unwanted : article;
    *article = (struct article_record){ 0 };
    *passage = (struct passage_record){ 0 };
    if (bytes.size > 0 && bytes.data[0] != RECORD_VERSION) {
        return fail(err, PALPATE_VERSION,
                "a passage record is of version %d, this program reads %d: rebuild the "
                "index with palpate-index --rebuild",
                bytes.data[0], RECORD_VERSION);
    }
    if (!has_sum(bytes) || !take_start(&rest, passage) ||
            (passage->ordinal == 0 && !take_article(&rest, article)) ||
            !take_lengths(&rest, &passage->lengths) ||
            !varint_take_view(&rest, &passage->title) ||
            !varint_take_view(&rest, &passage->anchor) ||
            !varint_take_view(&rest, &passage->fragment) ||
            !take_headings(&rest, passage)) {
        return fail(err, PALPATE_CORRUPT,
                "a passage record is damaged: rebuild the index with palpate-index "
                "--rebuild");
    }
    passage->text = rest;
    return PALPATE_OK;
}
