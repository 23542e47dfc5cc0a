/* What stands where in the index: term prefixes, value slots, metadata.  The prose is
   in docs/INDEX_FORMAT.md. */
#ifndef CORE_SCHEMA_H
#define CORE_SCHEMA_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/buffer.h"
#include "core/capitals.h"
#include "core/term.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Changes whenever an older program would read an index wrongly. */
enum { SCHEMA_VERSION = 6 };
/* Changes whenever the same page would give another text: an update must not mix the
 * two. */
enum { EXTRACTION_VERSION = 16 };

/* Terms without a prefix are the stems of words, in lower case, with the impact as wdf;
   those of an article in another language than English end with its mark, ":de".
   Boolean terms have a prefix in capitals, as Omega's: */
#define PREFIX_ARTICLE \
    "Q" /* + the article's key, 16 hexadecimal digits: on each passage */
#define PREFIX_KIND     "XK" /* + the word of the passage's kind */
#define PREFIX_AUTHOR   "A"  /* + a folded word of the byline */
#define PREFIX_SITE     "H" /* + host of the url, lower case, without "www." and port */
#define PREFIX_LANGUAGE "L" /* + "en"; of "en-gb" both "en" and "en-gb" */
#define PREFIX_TITLE                                                               \
    "XT" /* + completion_key() of the title from one of its words on: on the first \
            passage of an article */
#define PREFIX_HEADING \
    "XS" /* + completion_key() of a heading: on the first passage below it */

#define PREFIX_LABEL \
    "XL" /* + label_key() of a label, with its name and without (core/label.h) */

#define PREFIX_CAPITALS                                                               \
    "XC" /* + a folded word that stands in capitals in a text of small letters, where \
            it is spelled as a common word (core/capitals.h): WHO, MET; with the      \
            impact as wdf */

#define PREFIX_ARTICLE_WORD                                                           \
    "XW" /* + the term of a word, with its impact in the whole article as wdf: on the \
            first passage of an article; and alone, on the first passage of each */

/* The term of a folded word in capitals. */
enum { CAPITALS_TERM_SIZE = 2 + MAX_CAPITALS };
palpate_view schema_capitals_term(char out[CAPITALS_TERM_SIZE], palpate_view folded);

/* Value slots. */
enum schema_slot {
    SLOT_ARTICLE = 0, /* the article's key, 8 bytes: grouping */
    SLOT_DATE = 1,    /* modified, else published, as YYYYMMDD: ranges and sorting */
    SLOT_RECORD = 2   /* the passage itself (core/record_packing.h) */
};

/* An article's key as the term that all of its passages have, without a NUL, and as the
   value of SLOT_ARTICLE, the highest byte first. */
enum { ARTICLE_TERM_SIZE = 17, ARTICLE_VALUE_SIZE = 8 };
palpate_view schema_article_term(char out[ARTICLE_TERM_SIZE], uint64_t article);
palpate_view schema_article_value(char out[ARTICLE_VALUE_SIZE], uint64_t article);

/* The key in such a value; 0 where there is none. */
uint64_t schema_article_key(palpate_view value);

/* Metadata of a shard. */
#define META_STAMP "palpate.stamp" /* schema_stamp(): what wrote this shard */
/* What stands before the paths of files in their addresses; absent where nothing does.
 */
#define META_BASE "palpate.base"
/* The dictionary that records are compressed with (core/record_dictionary.h); absent
   where it is the one that comes with the program.  Without it all passages are lost,
   so a copy is kept far from it, for repairs. */
#define META_DICTIONARY      "palpate.dictionary"
#define META_DICTIONARY_COPY "~palpate.dictionary"
/* Digest of the files that the thesaurus entries were read from. */
#define META_THESAURUS "palpate.thesaurus"
/* The text of the curation file (core/curation.h); absent or empty if there is none. */
#define META_CURATION "palpate.curation"
/* Hashes of blocks that many pages share (indexer/content/shared_blocks.h). */
#define META_SHARED_BLOCKS "palpate.shared-blocks"
/* "1" where what updates need was left out. */
#define META_READ_ONLY "palpate.read-only"
/* "1" where the index was repaired without its list of pages: all are to be read again.
 */
#define META_REPAIRED "palpate.repaired"
/* "PLACE COUNT" in each database of an index that has several; else absent. */
#define META_SHARD "palpate.shard"
/* In the head of a wide index with servers: what tells the state of each database, a
   line each (core/wide_index.h). */
#define META_WIDE "palpate.wide"
/* What the runs that made the index were given (indexer/run/remembered.h). */
#define META_OPTIONS "palpate.options"
#define META_SOURCE                                                                    \
    "s"                  /* + source id: what was read there (indexer/shard/catalog.h) \
                          */
#define META_CONCEPT "c" /* + thesaurus_key(): an entry, in the first shard only */
#define META_NAME    "n" /* + completion_key() of a name in the thesaurus: that name */

/* Appends the versions of all that decides what stands in an index: one line of words
   "name=value". */
void schema_stamp(struct buffer *out, struct analyzer *analyzer);

/* Compares a stamp read from an index with this program's: PALPATE_NO_INDEX where it is
   empty (a database, but not one of ours), PALPATE_VERSION where it differs, with what
   differs and the way out. */
palpate_status schema_check(
        palpate_view stamp, struct analyzer *analyzer, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
