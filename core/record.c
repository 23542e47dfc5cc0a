#include "core/record.h"

#include "core/bytes.h"
#include "core/fail.h"
#include "core/varint.h"
#include "core/view.h"

enum {
    FLAG_DOUBTFUL = 1,
    FLAG_NOSNIPPET = 2,
    KNOWN_FLAGS = FLAG_DOUBTFUL | FLAG_NOSNIPPET,
    ARTICLE_VIEW_COUNT = 10,
    HEAD_SIZE = 3 /* version, flags, kind */
};

/* The views of an article in the order in which they are written. */
#define ARTICLE_VIEWS(article)                                              \
    &(article)->url, &(article)->facts.byline, &(article)->facts.published, \
            &(article)->facts.modified, &(article)->facts.language,         \
            &(article)->facts.site, &(article)->facts.description,          \
            &(article)->facts.image, &(article)->facts.reviewer,            \
            &(article)->facts.reviewed

palpate_view article_date(const struct article_facts *facts)
{
    return facts->modified.size > 0 ? facts->modified : facts->published;
}

static void append_article(struct buffer *out, const struct article_record *article)
{
    const palpate_view *const views[ARTICLE_VIEW_COUNT] = { ARTICLE_VIEWS(article) };

    varint_append(out, article->passage_count);
    for (size_t i = 0; i < ARTICLE_VIEW_COUNT; i++)
        varint_append_view(out, *views[i]);
}

void record_encode(struct buffer *out, const struct passage_record *passage,
        const struct article_record *article)
{
    static const struct article_record NO_ARTICLE = { 0 };
    unsigned flags = (passage->is_doubtful ? FLAG_DOUBTFUL : 0U) |
                     (passage->is_nosnippet ? FLAG_NOSNIPPET : 0U);

    buffer_append_byte(out, RECORD_VERSION);
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
}

static bool take_article(palpate_view *bytes, struct article_record *article)
{
    palpate_view *const views[ARTICLE_VIEW_COUNT] = { ARTICLE_VIEWS(article) };
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
    unsigned flags = (unsigned char)bytes->data[1];
    unsigned kind = (unsigned char)bytes->data[2];
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
    palpate_view rest = bytes;

    article = article == NULL ? &unwanted : article;
    *article = (struct article_record){ 0 };
    *passage = (struct passage_record){ 0 };
    if (bytes.size > 0 && bytes.data[0] != RECORD_VERSION) {
        return fail(err, PALPATE_VERSION,
                "a passage record is of version %d, this program reads %d: rebuild the "
                "index with palpate-index --rebuild",
                bytes.data[0], RECORD_VERSION);
    }
    if (!take_start(&rest, passage) ||
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
