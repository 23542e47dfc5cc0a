#include <string.h>

#include "core/bytes.h"
#include "core/schema.h"
#include "core/varint.h"
#include "core/view.h"
#include "indexer/shard/catalog.h"

enum {
    CATALOG_VERSION = 4,
    CATALOG_BARE = 3,  /* the version before: of the addresses only the one it has */
    CATALOG_WIDE = 2,  /* then: keys as varints, ids twice */
    CATALOG_PLAIN = 1, /* and the first: pages were not compared */
    MAX_ID = 200,      /* bytes of an id that is its own key; longer ones are hashed */
    FLAG_COPY = 0x80,
    FLAG_OWN = 0x40,
    FLAG_NAMED = 0x20,    /* the article's key is the hash of the id */
    FLAG_CLAIMS = 0x10,   /* another address or an AMP version is told */
    FLAG_ID_APART = 0x08, /* the id is not in the key of the metadata */
    PLACED_THERE = 1,     /* it has the address where it lies, or none */
    PLACED_BY_CLAIM = 2,  /* it has the address that it claims */
    PLACED_CLAIMS = 4,    /* it claims another address than where it lies, */
    PLACED_NEAR = 8       /* which names the same place on a site */
};

/* Whether the key of the metadata holds the id as it is. */
static bool is_in_key(palpate_view id)
{
    return id.size == 0 ||
           (id.size <= MAX_ID && memchr(id.data, '\0', id.size) == NULL);
}

void catalog_key(struct buffer *out, palpate_view id)
{
    char digits[DIGEST_TEXT_SIZE];

    buffer_append_string(out, META_SOURCE);
    if (is_in_key(id)) {
        buffer_append(out, id);
        return;
    }
    buffer_append_byte(out, '#');
    digest_write(digest_of(id), digits);
    buffer_append(out, (palpate_view){ digits, sizeof digits });
}

static unsigned flags_of(const struct catalog_entry *entry)
{
    return (entry->is_copy ? FLAG_COPY : 0U) | (entry->is_own ? FLAG_OWN : 0U) |
           (entry->article == hash_of(entry->id) ? FLAG_NAMED : 0U) |
           (entry->original != 0 || entry->amp != 0 ? FLAG_CLAIMS : 0U) |
           (is_in_key(entry->id) ? 0U : FLAG_ID_APART);
}

static unsigned placed_of(const struct catalog_entry *entry)
{
    return (entry->place == entry->article ? PLACED_THERE : 0U) |
           (entry->claim != 0 ? PLACED_CLAIMS : 0U) |
           (entry->claim != 0 && entry->claim == entry->article ? PLACED_BY_CLAIM
                                                                : 0U) |
           (entry->claim != 0 && entry->claim_spot == entry->spot ? PLACED_NEAR : 0U);
}

/* Where it lies and what it claims, as far as its address does not say it. */
static void append_placing(struct buffer *out, const struct catalog_entry *entry)
{
    unsigned placed = placed_of(entry);

    buffer_append_byte(out, (char)placed);
    bytes_append(out, entry->title);
    bytes_append(out, entry->spot);
    if ((placed & PLACED_THERE) == 0)
        bytes_append(out, entry->place);
    if ((placed & PLACED_CLAIMS) != 0 && (placed & PLACED_BY_CLAIM) == 0)
        bytes_append(out, entry->claim);
    if ((placed & PLACED_CLAIMS) != 0 && (placed & PLACED_NEAR) == 0)
        bytes_append(out, entry->claim_spot);
    varint_append(out, entry->text_size);
}

void catalog_value(struct buffer *out, const struct catalog_entry *entry)
{
    unsigned flags = flags_of(entry);

    buffer_append_byte(out, CATALOG_VERSION);
    buffer_append_byte(out, (char)(entry->outcome | flags));
    bytes_append(out, entry->digest.high);
    bytes_append(out, entry->digest.low);
    bytes_append(out, entry->text);
    bytes_append(out, entry->signature);
    if ((flags & FLAG_NAMED) == 0)
        bytes_append(out, entry->article);
    if ((flags & FLAG_CLAIMS) != 0) {
        bytes_append(out, entry->original);
        bytes_append(out, entry->amp);
    }
    append_placing(out, entry);
    varint_append(out, entry->size);
    varint_append(out, entry->modified);
    varint_append(out, entry->passages);
    varint_append(out, entry->url_size);
    if ((flags & FLAG_ID_APART) != 0)
        buffer_append(out, entry->id);
}

static bool take_placing(
        struct catalog_entry *entry, palpate_view *value, unsigned *placed)
{
    uint64_t text_size = 0;

    if (value->size == 0)
        return false;
    *placed = (unsigned char)value->data[0];
    *value = view_slice(*value, 1, value->size);
    bool has_claim = (*placed & (PLACED_CLAIMS | PLACED_BY_CLAIM)) == PLACED_CLAIMS;
    bool has_spot = (*placed & (PLACED_CLAIMS | PLACED_NEAR)) == PLACED_CLAIMS;
    if (!bytes_take(value, &entry->title) || !bytes_take(value, &entry->spot) ||
            ((*placed & PLACED_THERE) == 0 && !bytes_take(value, &entry->place)) ||
            (has_claim && !bytes_take(value, &entry->claim)) ||
            (has_spot && !bytes_take(value, &entry->claim_spot)) ||
            !varint_take(value, &text_size))
        return false;
    entry->text_size = (uint32_t)text_size;
    return true;
}

/* What an entry does not say again, once its address is known. */
static void fill_placing(struct catalog_entry *entry, unsigned placed)
{
    if ((placed & PLACED_THERE) != 0)
        entry->place = entry->article;
    if ((placed & PLACED_BY_CLAIM) != 0)
        entry->claim = entry->article;
    if ((placed & PLACED_NEAR) != 0)
        entry->claim_spot = entry->spot;
}

/* `id` is what the key of the metadata holds. */
static bool read_entry(struct catalog_entry *entry, palpate_view value, unsigned flags,
        palpate_view id, bool is_bare)
{
    unsigned placed = 0;
    uint64_t passages = 0;
    uint64_t url_size = 0;

    if (!bytes_take(&value, &entry->digest.high) ||
            !bytes_take(&value, &entry->digest.low) ||
            !bytes_take(&value, &entry->text) ||
            !bytes_take(&value, &entry->signature) ||
            ((flags & FLAG_NAMED) == 0 && !bytes_take(&value, &entry->article)) ||
            ((flags & FLAG_CLAIMS) != 0 && (!bytes_take(&value, &entry->original) ||
                                                   !bytes_take(&value, &entry->amp))) ||
            (!is_bare && !take_placing(entry, &value, &placed)) ||
            !varint_take(&value, &entry->size) ||
            !varint_take(&value, &entry->modified) || !varint_take(&value, &passages) ||
            !varint_take(&value, &url_size))
        return false;
    entry->passages = (uint32_t)passages;
    entry->url_size = (uint32_t)url_size;
    entry->id = (flags & FLAG_ID_APART) != 0 ? value : id;
    if ((flags & FLAG_NAMED) != 0)
        entry->article = hash_of(entry->id);
    fill_placing(entry, placed);
    return true;
}

static bool read_likeness(struct catalog_entry *entry, palpate_view *value)
{
    uint64_t size = 0;

    if (!varint_take(value, &entry->text) || !varint_take(value, &entry->signature) ||
            !varint_take(value, &entry->original) || !varint_take(value, &entry->amp) ||
            !varint_take(value, &size))
        return false;
    entry->url_size = (uint32_t)size;
    return true;
}

/* An entry of an older version, whose id stands at its end. */
static bool read_older(struct catalog_entry *entry, palpate_view value, bool is_plain)
{
    uint64_t passages = 0;

    if (!varint_take(&value, &entry->digest.high) ||
            !varint_take(&value, &entry->digest.low) ||
            !varint_take(&value, &entry->size) ||
            !varint_take(&value, &entry->modified) ||
            !varint_take(&value, &entry->article) || !varint_take(&value, &passages))
        return false;
    if (!is_plain && !read_likeness(entry, &value))
        return false;
    entry->passages = (uint32_t)passages;
    entry->id = value;
    return true;
}

bool catalog_entry_read(
        struct catalog_entry *entry, palpate_view key, palpate_view value)
{
    static const size_t PREFIX = sizeof META_SOURCE - 1;

    *entry = (struct catalog_entry){ .is_seen = false };
    if (value.size < 2 || key.size < PREFIX)
        return false;
    unsigned char version = (unsigned char)value.data[0];
    unsigned char outcome = (unsigned char)value.data[1];
    unsigned flags = FLAG_COPY | FLAG_OWN;
    bool is_bare = version == CATALOG_BARE;
    if (version == CATALOG_VERSION || is_bare)
        flags |= FLAG_NAMED | FLAG_CLAIMS | FLAG_ID_APART;
    else if (version != CATALOG_WIDE && version != CATALOG_PLAIN)
        return false;
    flags &= outcome;
    entry->outcome = (enum page_outcome)(outcome & ~flags);
    if (entry->outcome > OUTCOME_NO_ARTICLE)
        return false;
    value = view_slice(value, 2, value.size - 2);
    entry->is_copy = (flags & FLAG_COPY) != 0;
    entry->is_own = (flags & FLAG_OWN) != 0;
    bool is_read =
            version == CATALOG_VERSION || is_bare
                    ? read_entry(entry, value, flags,
                              view_slice(key, PREFIX, key.size - PREFIX), is_bare)
                    : read_older(entry, value, version == CATALOG_PLAIN);
    entry->was_indexed = entry->outcome == OUTCOME_INDEXED;
    entry->held = entry->article;
    return is_read;
}
