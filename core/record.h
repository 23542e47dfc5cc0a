/* A passage and its article as the bytes of a record, and back.  docs/INDEX_FORMAT.md
   gives the layout; RECORD_VERSION changes with it.  core/record_packing.h makes of a
   record what the index keeps. */
#ifndef CORE_RECORD_H
#define CORE_RECORD_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"
#include "core/impact.h"
#include "core/kind.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    RECORD_VERSION = 6,
    RECORD_HEADINGS = 6, /* headings on a path at most */
    RECORD_KEY = 12 /* bytes of the article's key and the ordinal, which come first */
};

/* The record of one passage.  Views borrow the encoded bytes. */
struct passage_record {
    uint64_t article; /* the article's key */
    uint32_t
            ordinal; /* its place in the article, from 0: the article's header stands in
                        the record of ordinal 0, which is `ordinal` documents before */
    enum passage_kind kind;
    bool is_doubtful;
    bool is_nosnippet;
    uint64_t signature; /* likeness_signature() of the text */
    struct field_counts
            lengths;    /* indexed words of each field, as given to the impacts:
                           the query computes the same scores without counting */
    palpate_view title; /* of the article */
    palpate_view heading[RECORD_HEADINGS];
    uint32_t heading_count;
    palpate_view anchor;
    palpate_view fragment; /* packed: core/link_text.h */
    palpate_view text;
};

/* X(member, name) of what a page says of its article, in the order in which records
   have it: new ones go to the end, and RECORD_VERSION changes.  Dates are ISO 8601,
   YYYY-MM-DD or with a time; the language is in lower case, "en" or "en-gb"; labels are
   "name TAB value" a line (core/label.h). */
#define ARTICLE_FACTS(X)        \
    X(byline, BYLINE)           \
    X(published, PUBLISHED)     \
    X(modified, MODIFIED)       \
    X(language, LANGUAGE)       \
    X(site, SITE)               \
    X(description, DESCRIPTION) \
    X(image, IMAGE)             \
    X(reviewer, REVIEWER)       \
    X(reviewed, REVIEWED)       \
    X(labels, LABELS)

/* Empty where the page does not say. */
struct article_facts {
#define ARTICLE_FACT_MEMBER(member, name) palpate_view member;
    ARTICLE_FACTS(ARTICLE_FACT_MEMBER)
#undef ARTICLE_FACT_MEMBER
};

/* The day of an article that counts: when it was modified, else published. */
palpate_view article_date(const struct article_facts *facts);

/* What is said once for all passages of an article. */
struct article_record {
    palpate_view url;
    struct article_facts facts;
    uint32_t passage_count;
};

/* Appends the record of a passage; `article` is given for ordinal 0 and NULL elsewhere.
 */
void record_encode(struct buffer *out, const struct passage_record *passage,
        const struct article_record *article);

/* Where in the bytes of a record that begins they stop being numbers which nothing
   compresses, and the texts begin; 0 where there is no such record. */
size_t record_head(palpate_view bytes);

/* The sum that the bytes of a record have room for, of all the others and of
   `dictionary`, the hash_of() what they are compressed with, so that no other one
   unpacks them; and whether they have it.  Neither looks at what the bytes say. */
void record_sum(char *bytes, size_t size, uint64_t dictionary);
bool record_has_sum(palpate_view bytes, uint64_t dictionary);

/* Whether the bytes begin as a record of this version; PALPATE_VERSION says of which
   they are, and the way out. */
palpate_status record_check_version(palpate_view bytes, palpate_error *err);

/* PALPATE_CORRUPT, with the way out. */
palpate_status record_is_damaged(palpate_error *err);

/* Reads a record.  `article` may be NULL; where it is not, it is filled for ordinal 0
   and zeroed elsewhere.  PALPATE_VERSION for a record of another version,
   PALPATE_CORRUPT for bytes that are none; never reads past the end.  The sum is not
   looked at: it is of what the index keeps. */
palpate_status record_decode(struct passage_record *passage,
        struct article_record *article, palpate_view bytes, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
