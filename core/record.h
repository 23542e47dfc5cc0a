/* A passage and its article as bytes of the index, and back.  docs/INDEX_FORMAT.md
   gives the layout; RECORD_VERSION changes with it. */
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
    RECORD_VERSION = 4,
    RECORD_HEADINGS = 6 /* headings on a path at most */
};

/* The document data of one passage.  Views borrow the encoded bytes. */
struct passage_record {
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
   YYYY-MM-DD or with a time; the language is in lower case, "en" or "en-gb". */
#define ARTICLE_FACTS(X)        \
    X(byline, BYLINE)           \
    X(published, PUBLISHED)     \
    X(modified, MODIFIED)       \
    X(language, LANGUAGE)       \
    X(site, SITE)               \
    X(description, DESCRIPTION) \
    X(image, IMAGE)             \
    X(reviewer, REVIEWER)       \
    X(reviewed, REVIEWED)

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

/* Writes into the bytes of a record the sum of them, as record_encode() does. */
void record_sum(char *bytes, size_t size);

/* Reads a record.  `article` may be NULL; where it is not, it is filled for ordinal 0
   and zeroed elsewhere.  PALPATE_VERSION for a record of another version,
   PALPATE_CORRUPT for bytes that are none or do not have their sum; never reads past
   the end. */
palpate_status record_decode(struct passage_record *passage,
        struct article_record *article, palpate_view bytes, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
