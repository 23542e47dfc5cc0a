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
    /* Where the version is, the sum, the flags, the kind, and the signature. */
    AT_ORDINAL = 8,
    AT_VERSION = RECORD_KEY,
    AT_SUM = AT_VERSION + 1,
    AT_FLAGS = AT_SUM + SUM_SIZE,
    AT_KIND = AT_FLAGS + 1,
    AT_SIGNATURE = AT_KIND + 1,
    AT_LENGTHS = AT_SIGNATURE + BYTES_SIZE
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

/* Half of XXH3 of all but the sum: enough for damage, and a record is small. */
static void write_sum(char out[SUM_SIZE], palpate_view bytes, uint64_t dictionary)
{
    palpate_view after = view_slice(bytes, AT_FLAGS, bytes.size);
    uint64_t sum =
            (hash_of(view_slice(bytes, 0, AT_SUM)) + dictionary) * 31 + hash_of(after);

    for (unsigned i = 0; i < SUM_SIZE; i++)
        out[i] = (char)(sum >> (8 * i) & 0xFF);
}

bool record_has_sum(palpate_view bytes, uint64_t dictionary)
{
    char sum[SUM_SIZE];

    if (bytes.size < AT_FLAGS)
        return false;
    write_sum(sum, bytes, dictionary);
    return memcmp(sum, bytes.data + AT_SUM, SUM_SIZE) == 0;
}

void record_sum(char *bytes, size_t size, uint64_t dictionary)
{
    if (size >= AT_FLAGS)
        write_sum(bytes + AT_SUM, (palpate_view){ bytes, size }, dictionary);
}

size_t record_head(palpate_view bytes)
{
    palpate_view rest = view_slice(bytes, AT_LENGTHS, bytes.size);
    uint64_t length = 0;

    if (bytes.size < AT_LENGTHS)
        return 0;
    for (int field = 0; field < FIELD_COUNT; field++)
        if (!varint_take(&rest, &length))
            return 0;
    return bytes.size - rest.size;
}

/* A number with its highest byte first, so that keys sort as the numbers do. */
static void append_key(struct buffer *out, uint64_t number, unsigned size)
{
    for (unsigned i = size; i-- > 0;)
        buffer_append_byte(out, (char)(number >> (8 * i) & 0xFF));
}

static uint64_t read_key(palpate_view bytes, size_t at, unsigned size)
{
    uint64_t number = 0;

    for (size_t i = 0; i < size; i++)
        number = number << 8 | (unsigned char)bytes.data[at + i];
    return number;
}

static void append_head(struct buffer *out, const struct passage_record *passage)
{
    unsigned flags = (passage->is_doubtful ? FLAG_DOUBTFUL : 0U) |
                     (passage->is_nosnippet ? FLAG_NOSNIPPET : 0U);

    append_key(out, passage->article, AT_ORDINAL);
    append_key(out, passage->ordinal, AT_VERSION - AT_ORDINAL);
    buffer_append_byte(out, RECORD_VERSION);
    buffer_append(out, (palpate_view){ "\0\0\0\0", SUM_SIZE });
    buffer_append_byte(out, (char)flags);
    buffer_append_byte(out, (char)passage->kind);
    bytes_append(out, passage->signature);
    for (int field = 0; field < FIELD_COUNT; field++)
        varint_append(out, passage->lengths.count[field]);
}

void record_encode(struct buffer *out, const struct passage_record *passage,
        const struct article_record *article)
{
    static const struct article_record NO_ARTICLE = { 0 };

    append_head(out, passage);
    varint_append_view(out, passage->title);
    varint_append_view(out, passage->anchor);
    varint_append_view(out, passage->fragment);
    varint_append(out, passage->heading_count);
    for (uint32_t i = 0; i < passage->heading_count; i++)
        varint_append_view(out, passage->heading[i]);
    if (passage->ordinal == 0)
        append_article(out, article == NULL ? &NO_ARTICLE : article);
    buffer_append(out, passage->text);
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

static bool take_head(palpate_view *bytes, struct passage_record *passage)
{
    if (bytes->size < AT_LENGTHS)
        return false;
    unsigned flags = (unsigned char)bytes->data[AT_FLAGS];
    unsigned kind = (unsigned char)bytes->data[AT_KIND];
    if ((flags & ~(unsigned)KNOWN_FLAGS) != 0 || kind >= KIND_COUNT)
        return false;
    passage->article = read_key(*bytes, 0, AT_ORDINAL);
    passage->ordinal = (uint32_t)read_key(*bytes, AT_ORDINAL, AT_VERSION - AT_ORDINAL);
    passage->is_doubtful = (flags & FLAG_DOUBTFUL) != 0;
    passage->is_nosnippet = (flags & FLAG_NOSNIPPET) != 0;
    passage->kind = (enum passage_kind)kind;
    *bytes = view_slice(*bytes, AT_SIGNATURE, bytes->size);
    return bytes_take(bytes, &passage->signature) &&
           take_lengths(bytes, &passage->lengths);
}

palpate_status record_check_version(palpate_view bytes, palpate_error *err)
{
    if (bytes.size <= AT_VERSION || bytes.data[AT_VERSION] == RECORD_VERSION)
        return PALPATE_OK;
    return fail(err, PALPATE_VERSION,
            "a passage record is of version %d, this program reads %d: rebuild the "
            "index with palpate-index --rebuild",
            bytes.data[AT_VERSION], RECORD_VERSION);
}

palpate_status record_is_damaged(palpate_error *err)
{
    return fail(err, PALPATE_CORRUPT,
            "a passage record is damaged: rebuild the index with palpate-index "
            "--rebuild");
}

palpate_status record_decode(struct passage_record *passage,
        struct article_record *article, palpate_view bytes, palpate_error *err)
{
    struct article_record unwanted;
    palpate_view rest = bytes;
    palpate_status status = record_check_version(bytes, err);

    article = article == NULL ? &unwanted : article;
    *article = (struct article_record){ 0 };
    *passage = (struct passage_record){ 0 };
    if (status != PALPATE_OK)
        return status;
    if (!take_head(&rest, passage) || !varint_take_view(&rest, &passage->title) ||
            !varint_take_view(&rest, &passage->anchor) ||
            !varint_take_view(&rest, &passage->fragment) ||
            !take_headings(&rest, passage) ||
            (passage->ordinal == 0 && !take_article(&rest, article)))
        return record_is_damaged(err);
    passage->text = rest;
    return PALPATE_OK;
}
